namespace Briefing.Integration.Tests.Mail;

/// <summary>A fact about real mail software: skipped where that is not installed, except on CI, where its absence is a failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MailServerFactAttribute : FactAttribute
{
    private static readonly string[] Programs = ["/usr/sbin/postfix", "/usr/sbin/dovecot", "/usr/lib/dovecot/lmtp", "/usr/sbin/opendkim"];

    public MailServerFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            return;
        if (!Programs.All(File.Exists))
            Skip = "Postfix, Dovecot or OpenDKIM is not installed; ./build integration provides them.";
        else if (!Environment.IsPrivilegedProcess)
            Skip = "Postfix and Dovecot can be started by root only.";
    }
}
