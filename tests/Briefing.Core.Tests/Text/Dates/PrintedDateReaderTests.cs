using Briefing.Core.Model;
using Briefing.Core.Text.Dates;
using NodaTime;
using NodaTime.Text;

namespace Briefing.Core.Tests.Text.Dates;

public class PrintedDateReaderTests
{
    [Theory]
    [InlineData("Updated 31 January 2026", "2026-01-31")]
    [InlineData("By AFP | Feb. 2, 2026", "2026-02-02")]
    [InlineData(" date 2026-02-02 ×", "2026-02-02")]
    [InlineData("Monday 2 February 2026 14:05 GMT", "2026-02-02")]
    [InlineData("2. Februar 2026", "2026-02-02")]
    [InlineData("Publié le 2 février 2026 à 14h05", "2026-02-02")]
    [InlineData("2 de febrero de 2026", "2026-02-02")]
    [InlineData("2nd of February, 2026", "2026-02-02")]
    [InlineData("2 lutego 2026", "2026-02-02")]
    [InlineData("2 февраля 2026", "2026-02-02")]
    [InlineData("2 Şubat 2026", "2026-02-02")]
    [InlineData("2026年2月2日", "2026-02-02")]
    [InlineData("2026-02-02T14:05:00+09:00", "2026-02-02")]
    [InlineData("02.03.2026, 11:20 Uhr", "2026-03-02")]
    [InlineData("02.03.26", "2026-03-02")]
    [InlineData("20260202", "2026-02-02")]
    [InlineData("12/25/2026", "2026-12-25")]
    [InlineData("25/12/2026", "2026-12-25")]
    public void DatesAreReadInManyForms(string text, string expected) =>
        Assert.Equal(expected, LocalDatePattern.Iso.Format(Single(text).Date!.Value));

    [Theory]
    [InlineData("3 hrs ago")]
    [InlineData("Updated 4 sec ago")]
    [InlineData("vor 3 Stunden")]
    [InlineData("Flight 2026-99-99")]
    [InlineData("31 February 2026")]
    [InlineData("1.2.26")]
    [InlineData("10-12-30")]
    [InlineData("Sections 3 and 4 may apply")]
    [InlineData("+49 40 2026 2026")]
    [InlineData("Case 20260202")]
    [InlineData("20269902")]
    public void WhatIsNoDateIsNotRead(string text) =>
        Assert.Empty(PrintedDateReader.Read(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("Monday 2 February 2026 14:05 GMT", "2026-02-02T14:05:00Z")]
    [InlineData("March 9, 2026, 9:40 AM EST", "2026-03-09T14:40:00Z")]
    [InlineData("2026-02-02T14:05:00+09:00", "2026-02-02T05:05:00Z")]
    [InlineData("14:05 UTC, 2 February 2026", "2026-02-02T14:05:00Z")]
    public void AnInstantIsKnownWhereTimeAndZoneArePrinted(string text, string expected) =>
        Assert.Equal(expected, InstantPattern.General.Format(Single(text).At!.Value));

    [Fact]
    public void ATimeWithoutAZoneIsNoInstant() => Assert.Null(Single("2 February 2026, 14:05").At);

    [Fact]
    public void AFigureDateKeepsItsOtherReading()
    {
        var date = Single("02/03/2026");

        Assert.Equal(new LocalDate(2026, 3, 2), date.Date);
        Assert.Equal(new LocalDate(2026, 2, 3), date.Other);
    }

    [Theory]
    [InlineData("Dec 31", "2025-12-31")]
    [InlineData("Jan 3", "2026-01-03")]
    public void AMissingYearIsTheNearest(string text, string expected) =>
        Assert.Equal(expected, LocalDatePattern.Iso.Format(Single(text).Resolve(new LocalDate(2026, 1, 2), new LocalDate(2026, 1, 3))));

    private static PrintedDate Single(string text) => Assert.Single(PrintedDateReader.Read(text, new TextSpan(0, text.Length)));
}
