using System.Diagnostics;
using System.Text.Json.Nodes;
using Briefing.Core.Deliveries;
using Briefing.Integration.Tests.Mail;
using Briefing.Integration.Tests.Mail.Servers;
using Briefing.Integration.Tests.Mail.Smtp;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Editions;

namespace Briefing.Integration.Tests.Delivering;

/// <summary>A worker that is killed again and again while it mails five hundred readers through a real server into real mailboxes.</summary>
public sealed class KilledWorkerTests(MailServers servers) : IClassFixture<MailServers>, IDisposable
{
    private const int Readers = 500;
    private const int Kills = 20;
    private const int Senders = 2;
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(25);

    private readonly MailedFolder _folder = new();
    private BriefingDatabase? _database;

    // Moments differ from run to run whatever the seed; it only makes the plan of a failed run known.
    private readonly Random _random = new(20260310);

    [MailServerFact]
    public async Task KilledTwentyTimesEveryReaderHasOneMessageAndRepeatsAreThoseOfUnknownOutcome()
    {
        Configure();
        await _folder.Subscribe([.. Enumerable.Range(0, Readers).Select(n => $"reader{n}@{PostfixServer.Domain},Reader {n},{(n % 3 == 0 ? "harbours" : "")},no,confirmed")]);
        _folder.DueIn(TimeSpan.FromSeconds(5));
        using var watchdog = new CancellationTokenSource(Watchdog);

        var killedWhileSending = 0;
        for (var kill = 0; kill < Kills; kill++)
            killedWhileSending += await RunAndKill(kill, watchdog.Token) ? 1 : 0;
        await RunUntilDone(watchdog.Token);

        var (counts, unknowns) = Stored();
        Assert.Equal(Readers, counts[DeliveryState.Accepted]);
        Assert.InRange(killedWhileSending, Kills / 4, Kills);
        var copies = await CopiesPerReader();
        Assert.All(copies, reader => Assert.Single(reader.Distinct()));
        var repeats = copies.Sum(reader => reader.Count - 1);
        Assert.InRange(repeats, 0, unknowns);
        // Else it would show nothing: nobody was killed in the middle of a message.
        Assert.InRange(unknowns, 1, Kills * Senders * 8);
    }

    public void Dispose() => _folder.Dispose();

    private void Configure()
    {
        _folder.Write("authority.pem", TestAuthority.Shared.Pem);
        _folder.Write("password", DovecotServer.Password);
        _folder.Configure(briefing => briefing["mail"] = new JsonObject
        {
            ["host"] = "127.0.0.1",
            ["port"] = servers.Postfix.Port,
            ["caFile"] = "authority.pem",
            ["user"] = "postroom",
            ["passwordFile"] = "password",
            ["from"] = "Morning briefing <briefing@briefing.example>",
            ["parallelism"] = Senders,
        });
    }

    /// <returns>Whether it was sending when it was killed.</returns>
    private async Task<bool> RunAndKill(int number, CancellationToken watchdog)
    {
        using var worker = Process.Start(_folder.Start("worker", "--out", _folder.Out))!;
        _ = Drain(worker);
        // The first two at any moment of the making; then after some more readers have been served.
        var served = Accepted();
        var target = number < 2 ? 0 : Math.Min(Readers, served + _random.Next(1, 6));
        while (!worker.HasExited && Accepted() < target)
            await Task.Delay(20, watchdog);
        await Task.Delay(number < 2 ? _random.Next(500, 4_000) : _random.Next(0, 30), watchdog);
        var sending = Accepted() is > 0 and < Readers;
        worker.Kill();
        await worker.WaitForExitAsync(watchdog);
        return sending;
    }

    private async Task RunUntilDone(CancellationToken watchdog)
    {
        using var worker = Process.Start(_folder.Start("worker", "--out", _folder.Out))!;
        _ = Drain(worker);
        // What is of unknown outcome is tried again at once; what was deferred within the minute.
        while (!worker.HasExited && Accepted() < Readers)
            await Task.Delay(100, watchdog);
        worker.Kill();
        await worker.WaitForExitAsync(watchdog);
    }

    private async Task<List<IReadOnlyList<string>>> CopiesPerReader()
    {
        var copies = new List<IReadOnlyList<string>>();
        for (var n = 0; n < Readers; n++)
            copies.Add([.. (await servers.Dovecot.ArrivedAsync($"reader{n}", 1)).Select(MessageIdOf)]);
        return copies;
    }

    private static string MessageIdOf(byte[] message) =>
        System.Text.Encoding.Latin1.GetString(message).Split('\n').First(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase)).Trim();

    private int Accepted() => Stored().Counts.GetValueOrDefault(DeliveryState.Accepted);

    private (IReadOnlyDictionary<DeliveryState, int> Counts, int Unknowns) Stored()
    {
        // A reader keeps the worker from storing for as long as it reads: this is asked seldom.
        _database ??= BriefingDatabase.Open(_folder.PathOf("data/briefing.db"));
        return _database.Read<(IReadOnlyDictionary<DeliveryState, int>, int)>(session =>
            EditionStore.Latest(session, "morning") is { } edition && MailingStore.Find(session, edition.Id, "morning") is { } mailing
                ? (OutboxStore.CountsOf(session, mailing.Id), OutboxStore.UnknownsOf(session, mailing.Id))
                : (new Dictionary<DeliveryState, int>(), 0));
    }

    private static async Task Drain(Process worker) => await Task.WhenAll(worker.StandardOutput.ReadToEndAsync(), worker.StandardError.ReadToEndAsync());
}
