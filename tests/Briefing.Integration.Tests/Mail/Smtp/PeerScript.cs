using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using Briefing.Worker.Mail;

namespace Briefing.Integration.Tests.Mail.Smtp;

/// <summary>How a <see cref="ScriptedPeer"/> behaves: a sound server, but for what is said here.</summary>
internal sealed record PeerScript
{
    public ImmutableArray<string> Offers { get; init; } = ["PIPELINING", "8BITMIME", "SMTPUTF8", "SIZE 20000000", "ENHANCEDSTATUSCODES", "DSN"];

    /// <summary>Words after AUTH; empty: not offered.</summary>
    public string Mechanisms { get; init; } = "";

    /// <summary>Null: no STARTTLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    public bool TlsAtOnce { get; init; }

    /// <summary>Said in the clear in the same breath as the answer to STARTTLS.</summary>
    public string PutIn { get; init; } = "";

    /// <summary>Answers in the place of the usual ones.</summary>
    public ImmutableDictionary<SendStage, string> Answers { get; init; } = ImmutableDictionary<SendStage, string>.Empty;

    /// <summary>Answers to AUTH and what follows, in turn; the usual is one acceptance.</summary>
    public ImmutableArray<string> AuthAnswers { get; init; } = ["235 2.7.0 Come in"];

    public Mishap? Mishap { get; init; }
}

/// <param name="Time">At which time that the stage is reached, over all connections; counts from 1.</param>
internal sealed record Mishap(SendStage Stage, Misbehaviour How, int Time = 1);

public enum Misbehaviour
{
    /// <summary>4yz.</summary>
    Later,

    /// <summary>5yz.</summary>
    Never,

    /// <summary>421, then closes.</summary>
    Closing,

    /// <summary>Closes without a word.</summary>
    Drop,

    /// <summary>Never says anything again.</summary>
    Stall,

    /// <summary>Says what is no reply.</summary>
    Garbage,

    /// <summary>Says it octet by octet.</summary>
    Slow,
}
