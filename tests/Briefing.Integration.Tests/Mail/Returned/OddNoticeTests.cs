using Briefing.Core.Subscribers;
using Briefing.Worker.Mail.Returned;

namespace Briefing.Integration.Tests.Mail.Returned;

/// <summary>Notices that keep to no standard, or to one that few keep to.</summary>
public sealed class OddNoticeTests : IDisposable
{
    private const string Finally = "Final-Recipient: rfc822; ana@example.org\n";
    private const string Originally = "Original-Recipient: rfc822;ana@example.org\n";
    private const string Code = "Diagnostic-Code: smtp; 550 5.1.1";

    private readonly BounceOffice _office = new();

    [Fact]
    public void EximsNoticeInWordsCountsThoughItIsMarkedAsAMachinesReply()
    {
        _office.Drop($"""
            Return-path: <>
            From: Mail Delivery System <Mailer-Daemon@mx.example.org>
            To: bounces@briefing.example
            Auto-Submitted: auto-replied
            X-Failed-Recipients: ana@example.org
            Subject: Mail delivery failed: returning message to sender

            This message was created automatically by mail delivery software.
            The following address failed:

              ana@example.org
                host inner.example.org [192.0.2.7]
                SMTP error from remote mail server after RCPT TO:<ana@example.org>:
                550 5.1.1 there is nobody of that name

            ------ This is a copy of the message, including all the headers. ------

            Received: from mail.briefing.example
            Message-Id: <{_office.Deliver()}@briefing.example>
            """);

        Assert.Equal("1 hard, 1 suppressed", _office.Read().ToString());
    }

    [Theory]
    [InlineData("auto-replied")]
    [InlineData("auto-generated")]
    [InlineData("auto-notified; owner-email=\"ana@example.org\"")]
    public void AMachineThatAnswersForAReaderIsNoneOfAServerWhateverItCallsItself(string submitted)
    {
        _office.Drop(SomeNotice.Of(SomeNotice.Holiday, _office.Deliver(), BounceOffice.Reader)
            .Replace("auto-replied (vacation)", submitted, StringComparison.Ordinal)
            .Replace("I am away.", "I am away. Write to ana@example.org:", StringComparison.Ordinal));

        Assert.Equal("1 automatic", _office.Read().ToString());
    }

    [Fact]
    public void AReportThatNamesNoRecipientIsAboutTheOneWhomTheMessageWentTo()
    {
        _office.Drop(Postfix(Finally, "", Originally, ""));

        Assert.Equal("1 hard, 1 suppressed", _office.Read().ToString());
    }

    [Fact]
    public void AReportOnSeveralIsJudgedByOurs()
    {
        _office.Drop(Postfix("Action: failed", "Action: delayed", "--7F2.1741588801/mx.example.net--", "")
            .Replace(Finally, $"Final-Recipient: rfc822; bo@elsewhere.example\nAction: delivered\nStatus: 2.0.0\n\n{Finally}", StringComparison.Ordinal)
            .Replace("Action: delayed", "Action: failed", StringComparison.Ordinal)
            .Replace("there is nobody of that name\n", "there is nobody of that name\n\nStatus: 4.0.0\nAction: delayed\n", StringComparison.Ordinal));

        Assert.Equal("1 hard, 1 suppressed", _office.Read().ToString());
    }

    [Theory]
    [InlineData("Final-Recipient: ana@example.org\n", "Diagnostic-Code: 550 5.1.1", BounceOutcome.Hard)]
    [InlineData("Final-Recipient: ana@example.org\n", "Diagnostic-Code: 550 5.2.2 full; 5.1.1", BounceOutcome.Soft)]
    [InlineData("Final-Recipient: bo@elsewhere.example\n", Code, BounceOutcome.Soft)]
    [InlineData("Final-Recipient: X-Unix; |/usr/local/bin/sort-mail\n", Code, BounceOutcome.Soft)]
    [InlineData("Final-Recipient: x400; /G=Ana/S=Sole/O=Example/C=GB/\n", Code, BounceOutcome.Soft)]
    [InlineData("Final-Recipient: utf-8; \\x{E4}na@example.org\n", Code, BounceOutcome.Soft)]
    [InlineData("Final-Recipient: utf-8; \\x{61}na@example.org\n", Code, BounceOutcome.Hard)]
    [InlineData("Final-Recipient: utf-8; \\x{D800}\\x{FFFFFF}na@example.org\n", Code, BounceOutcome.Soft)]
    internal void An_address_is_read_with_or_without_its_type_and_one_of_another_kind_is_not_ours(string final, string code, BounceOutcome fate)
    {
        _office.Drop(Postfix(Finally, final, Originally, "").Replace(Code, code, StringComparison.Ordinal)
            .Replace("Status: 5.1.1", "Status: 5.0.0", StringComparison.Ordinal)
            .Replace("message/delivery-status", "message/global-delivery-status", StringComparison.Ordinal));

        Assert.Equal(1, _office.Read()[fate]);
        Assert.Equal(fate == BounceOutcome.Hard ? SubscriberState.Suppressed : SubscriberState.Confirmed, _office.StateOf().State);
    }

    [Fact]
    public void AnActionThatIsLeftBlankIsToldByTheStatus()
    {
        _office.Drop(Postfix("Action: failed", "Action:", "", ""));

        Assert.Equal("1 hard, 1 suppressed", _office.Read().ToString());
    }

    [Fact]
    public void TheReturnedHeadersMayBeginWithEmptyLines()
    {
        _office.Drop(SomeNotice.Of(SomeNotice.Exchange, _office.Deliver(), BounceOffice.Reader)
            .Replace("In-Reply-To:", "X-Was:", StringComparison.Ordinal)
            .Replace("Received: from mail.briefing.example", "\n\nReceived: from mail.briefing.example", StringComparison.Ordinal));

        Assert.Equal("1 hard, 1 suppressed", _office.Read().ToString());
    }

    [Theory]
    [InlineData("base64")]
    [InlineData("cut off")]
    [InlineData("mbox")]
    [InlineData("CRLF")]
    [InlineData("NUL")]
    public void AReportIsKnownInWhateverShapeItComes(string shape)
    {
        var notice = Postfix("", "", "", "");
        _office.Drop(shape switch
        {
            "base64" => InBase64(notice),
            "cut off" => notice[..(notice.IndexOf("there is nobody", StringComparison.Ordinal) + 5)],
            "mbox" => "From MAILER-DAEMON Tue Mar 10 06:00:01 2026\n" + notice,
            "CRLF" => notice.ReplaceLineEndings("\r\n"),
            _ => notice.Replace("there is", "there\0is", StringComparison.Ordinal),
        });

        Assert.Equal("1 hard, 1 suppressed", _office.Read().ToString());
    }

    public void Dispose() => _office.Dispose();

    private static string InBase64(string notice)
    {
        const string Head = "Content-Type: message/delivery-status\n\n";
        var begin = notice.IndexOf(Head, StringComparison.Ordinal) + Head.Length;
        var end = notice.IndexOf("\n--", begin, StringComparison.Ordinal);
        return $"{notice[..(begin - 1)]}Content-Transfer-Encoding: base64\n\n{Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(notice[begin..end]), Base64FormattingOptions.InsertLineBreaks)}{notice[end..]}";
    }

    // Line ends are those of this file; the tests look for LF.
    private string Postfix(string first, string firstInstead, string second, string secondInstead)
    {
        var notice = SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(), BounceOffice.Reader).ReplaceLineEndings("\n");
        notice = first.Length > 0 ? notice.Replace(first, firstInstead, StringComparison.Ordinal) : notice;
        return second.Length > 0 ? notice.Replace(second, secondInstead, StringComparison.Ordinal) : notice;
    }
}
