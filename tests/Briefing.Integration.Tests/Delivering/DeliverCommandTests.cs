using System.Text.Json.Nodes;
using Briefing.Worker;

namespace Briefing.Integration.Tests.Delivering;

/// <summary>Sending from the command line, into the pickup folder.</summary>
public sealed class DeliverCommandTests : IDisposable
{
    private readonly MailedFolder _folder = new();

    [Fact]
    public async Task ARunThatSendsMailsEachConfirmedReaderOnceAndSaysWhereTheMessagesLie()
    {
        await _folder.Subscribe("ada@example.org,Ada Merrow,,yes,confirmed", "ben@example.org,,harbours,no,confirmed", "cleo@example.org,,,yes,pending");

        var sent = await _folder.Make("--send");
        var again = await _folder.Deliver();

        Assert.Equal((ExitCode.Done, ""), (sent.ExitCode, sent.Error));
        Assert.Contains("no mail server is configured", sent.Output, StringComparison.Ordinal);
        Assert.Contains("2 sent", sent.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", sent.Output.Replace(_folder.Out, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, again.ExitCode);
        Assert.Equal(2, _folder.Mails.Length);
        var ada = ReadMail("ada@example.org");
        Assert.Equal("Ada Merrow <ada@example.org>", ada.Header("To"));
        Assert.StartsWith("Morning briefing: Tuesday 10 March 2026", ada.Header("Subject"), StringComparison.Ordinal);
        Assert.Contains("Ships wait outside Port Sorrel", ada.Header("Subject"), StringComparison.Ordinal);
        Assert.Contains("<https://briefing.example.org/unsubscribe/", ada.Header("List-Unsubscribe"), StringComparison.Ordinal);
        Assert.Contains("Dear Ada Merrow,", ada.Text, StringComparison.Ordinal);
        Assert.Contains("https://briefing.example.org/preferences/", ada.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(".invalid", ada.Text + ada.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoChoseATopicGetsThatTopic()
    {
        _folder.Write(
            "inbox/two.txt",
            """
            Pilots vote on longer shifts

            By Tom Hale

            Casterby, 10 March 2026

            The union of pilots in Casterby said on Tuesday that 62 of its members would vote on longer shifts by the end of the week.

            Pilots work twelve hours at a time now, and the longer shifts would bring 300 crowns more a month, the union's secretary Mara Quill said.
            """);
        await _folder.Subscribe("ada@example.org,,pilots,no,confirmed", "ben@example.org,,,no,confirmed");

        await _folder.Make("--send");

        Assert.Contains("longer shifts by the end of the week", ReadMail("ada@example.org").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("outside its breakwater", ReadMail("ada@example.org").Text, StringComparison.Ordinal);
        Assert.Contains("outside its breakwater", ReadMail("ben@example.org").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsSentIsTheMailAsItWasMadeWhateverHasBecomeOfTheTemplatesSince()
    {
        _folder.Write("templates/mail.html", "<p>As made: {{ edition.title }}</p>");
        _folder.Write("templates/mail.txt", "As made: {{ edition.title }}");
        _folder.Configure(briefing =>
        {
            briefing["templates"] = "templates";
            briefing.Remove("site");
        });
        await _folder.Subscribe("ada@example.org,,,no,confirmed");
        await _folder.Make();
        _folder.Write("templates/mail.html", "<p>As changed</p>");
        _folder.Write("templates/mail.txt", "As changed");

        var sent = await _folder.Deliver();

        Assert.Equal((ExitCode.Done, ""), (sent.ExitCode, sent.Error));
        var made = await File.ReadAllTextAsync(Path.Combine(_folder.Out, "mail.html"));
        Assert.Equal("<p>As made: Morning briefing</p>", made.TrimEnd());
        Assert.Equal((made.TrimEnd(), "As made: Morning briefing"), (ReadMail("ada@example.org").Html.TrimEnd(), ReadMail("ada@example.org").Text.TrimEnd()));
    }

    [Fact]
    public async Task ADryRunSendsNothingAndTellsWhatWouldBeSent()
    {
        await _folder.Subscribe("ada@example.org,,,yes,confirmed", "ben@example.org,,harbours,yes,confirmed");
        await _folder.Make();

        var plan = await _folder.Deliver("--dry-run");

        Assert.Equal(ExitCode.Done, plan.ExitCode);
        Assert.Contains("2 confirmed readers of the list \"morning\", 2 choices of topics and pack, 0 who want none", plan.Output, StringComparison.Ordinal);
        Assert.Empty(_folder.Mails);
    }

    [Fact]
    public async Task OneReaderCanBeServedAloneAndTheRestLater()
    {
        await _folder.Subscribe("ada@example.org,,,yes,confirmed", "ben@example.org,,,yes,confirmed", "cleo@example.org,,,yes,pending");
        await _folder.Make();

        var one = await _folder.Deliver("--to", "ADA@example.org");
        Assert.Equal(ExitCode.Done, one.ExitCode);
        Assert.Single(_folder.Mails);
        var pending = await _folder.Deliver("--to", "cleo@example.org");
        var unknown = await _folder.Deliver("--to", "dora@example.org");
        await _folder.Deliver();

        Assert.Equal((ExitCode.BadUsage, ExitCode.BadUsage), (pending.ExitCode, unknown.ExitCode));
        Assert.Contains("is pending", pending.Error, StringComparison.Ordinal);
        Assert.Contains("is not known", unknown.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", pending.Error + unknown.Error, StringComparison.Ordinal);
        Assert.Equal(2, _folder.Mails.Length);
    }

    [Fact]
    public async Task AnEditionMarkedAboveTheListsCeilingGoesToNobody()
    {
        _folder.Configure(briefing =>
        {
            briefing["marking"] = "SECRET";
            briefing["markings"] = new JsonArray("OFFICIAL", "SECRET");
            briefing["lists"] = new JsonArray(new JsonObject { ["name"] = "morning", ["markingCeiling"] = "OFFICIAL" });
        });
        await _folder.Subscribe("ada@example.org,,,yes,confirmed");

        var sent = await _folder.Make("--send");
        var approved = await _folder.Run("approve", "--date", "2026-03-10");
        var delivered = await _folder.Deliver();
        var status = await _folder.Run("status");

        Assert.Equal((ExitCode.DoneWithFaults, ExitCode.DoneWithFaults), (sent.ExitCode, delivered.ExitCode));
        Assert.Contains("above the list's ceiling \"OFFICIAL\"", sent.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, approved.ExitCode);
        Assert.Empty(_folder.Mails);
        Assert.Equal(ExitCode.DoneWithFaults, status.ExitCode);
        Assert.Contains("withheld: its marking", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereApprovalIsAskedForNobodyGetsItBefore()
    {
        _folder.Schedule(""", "approval": "required" """);
        await _folder.Subscribe("ada@example.org,,,yes,confirmed");

        var sent = await _folder.Make("--send");
        var early = await _folder.Deliver();
        Assert.Equal((ExitCode.DoneWithFaults, ExitCode.DoneWithFaults), (sent.ExitCode, early.ExitCode));
        Assert.Contains("briefing approve --entry morning --date 2026-03-10", sent.Error, StringComparison.Ordinal);
        Assert.Empty(_folder.Mails);
        var held = await _folder.Run("hold", "--date", "2026-03-10", "--by", "the duty officer");
        var heldStill = await _folder.Deliver();
        Assert.Equal((ExitCode.Done, ExitCode.DoneWithFaults), (held.ExitCode, heldStill.ExitCode));
        Assert.Contains("held by a person", heldStill.Error, StringComparison.Ordinal);

        await _folder.Run("approve", "--date", "2026-03-10");
        var delivered = await _folder.Deliver();

        Assert.Equal((ExitCode.Done, ""), (delivered.ExitCode, delivered.Error));
        Assert.Single(_folder.Mails);
        Assert.Equal(ExitCode.BadUsage, (await _folder.Run("hold", "--date", "2026-03-10")).ExitCode);
    }

    [Fact]
    public async Task AVersionSentAfterAnotherSaysThatItCorrectsAndWhat()
    {
        await _folder.Subscribe("ada@example.org,,,no,confirmed");
        await _folder.Make("--send");
        _folder.Drop("one", "Port Sorrel", 41);

        var corrected = await _folder.Make("--regenerate", "--refetch", "--send");

        Assert.Equal((ExitCode.Done, ""), (corrected.ExitCode, corrected.Error));
        Assert.Equal(2, _folder.Mails.Length);
        var (subject, text, html) = _folder.Mails.Select(ParsedMail.Read).Where(mail => mail.Header("Subject").Contains("Corrected", StringComparison.Ordinal)).Select(mail => (mail.Header("Subject"), mail.Text, mail.Html)).Single();
        Assert.StartsWith("Corrected: Morning briefing", subject, StringComparison.Ordinal);
        Assert.Contains("Corrected", text, StringComparison.Ordinal);
        Assert.Contains("14 ships", text, StringComparison.Ordinal);
        Assert.Contains("41 ships", text, StringComparison.Ordinal);
        Assert.Contains("Corrected", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARegeneratedVersionMailsNobodyUnlessAsked()
    {
        await _folder.Subscribe("ada@example.org,,,no,confirmed");
        await _folder.Make("--send");

        var again = await _folder.Make("--regenerate", "--refetch");

        Assert.Equal(ExitCode.Done, again.ExitCode);
        Assert.Single(_folder.Mails);
    }

    [Fact]
    public async Task ANewReaderGetsTheEditionThatTheOthersHaveHad()
    {
        await _folder.Subscribe("ada@example.org,,,no,confirmed");
        await _folder.Make("--send");
        await _folder.Subscribe("ben@example.org,,,no,confirmed");

        var delivered = await _folder.Deliver();

        Assert.Equal(ExitCode.Done, delivered.ExitCode);
        Assert.Equal(2, _folder.Mails.Length);
    }

    [Theory]
    [InlineData(8_388_608)]
    [InlineData(1_000)]
    public async Task ThePackIsAttachedUpToItsSizeAndLinkedAbove(int mostBytes)
    {
        _folder.Configure(briefing => briefing["mail"] = new JsonObject { ["from"] = "Morning <briefing@briefing.example>", ["mostPackBytes"] = mostBytes });
        await _folder.Subscribe("ada@example.org,,,yes,confirmed", "ben@example.org,,,no,confirmed");

        var sent = await _folder.Make("--format", "html,txt,pdf", "--send");

        Assert.Equal((ExitCode.Done, ""), (sent.ExitCode, sent.Error));
        var (ada, ben) = (ReadMail("ada@example.org"), ReadMail("ben@example.org"));
        Assert.Equal(mostBytes > 1_000 ? ["briefing-2026-03-10.pdf"] : [], ada.Attached);
        Assert.Equal(mostBytes <= 1_000, ada.Text.Contains("https://briefing.example.org/pack/", StringComparison.Ordinal));
        Assert.Empty(ben.Attached);
        Assert.DoesNotContain("/pack/", ben.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterErasureTheAddressStandsNeitherInTheDatabaseNorInThePickupFolder()
    {
        await _folder.Subscribe("quillfeather@example.org,Zaphira Quillfeather,,no,confirmed", "ben@example.org,,,no,confirmed");
        await _folder.Make("--send");
        File.Delete(_folder.PathOf("readers.csv"));

        var erased = await _folder.Run("subscribers", "erase", "quillfeather@example.org", "--out", _folder.Out);

        Assert.Equal((ExitCode.Done, ""), (erased.ExitCode, erased.Error));
        Assert.Single(_folder.Mails);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(_folder.PathOf("."), "*", SearchOption.AllDirectories),
            file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains("uillfeather", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task WhatAPersonHoldsInTheMiddleStaysUntilTheyApprove()
    {
        await _folder.Subscribe("ada@example.org,,,no,confirmed");
        await _folder.Make();
        Assert.Equal(ExitCode.Done, (await _folder.Run("hold")).ExitCode);

        var resumed = await _folder.Deliver("--resume");
        var delivered = await _folder.Deliver();
        Assert.Equal((ExitCode.BadUsage, ExitCode.DoneWithFaults), (resumed.ExitCode, delivered.ExitCode));
        Assert.Empty(_folder.Mails);

        await _folder.Run("approve");
        Assert.Equal(ExitCode.Done, (await _folder.Deliver()).ExitCode);
        Assert.Single(_folder.Mails);
    }

    [Fact]
    public async Task AnEarlierVersionIsNotMailedAfterALaterOne()
    {
        await _folder.Subscribe("ada@example.org,,,no,confirmed");
        await _folder.Make();
        _folder.Drop("one", "Port Sorrel", 41);
        await _folder.Make("--regenerate", "--refetch", "--send");

        var first = await _folder.Run("deliver", "--date", "2026-03-10@1", "--out", _folder.Out);

        Assert.Equal(ExitCode.DoneWithFaults, first.ExitCode);
        Assert.Contains("version 2 went out already", first.Error, StringComparison.Ordinal);
        var only = ParsedMail.Read(Assert.Single(_folder.Mails));
        // The first was never sent, so nobody is told of a correction.
        Assert.DoesNotContain("Corrected", only.Header("Subject"), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ParsedMail ReadMail(string to) => _folder.Mails.Select(ParsedMail.Read).Single(mail => mail.Header("To").Contains(to, StringComparison.Ordinal));
}
