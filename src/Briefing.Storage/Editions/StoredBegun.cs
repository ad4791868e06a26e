using Briefing.Core.Scheduling;

namespace Briefing.Storage.Editions;

/// <summary>An edition that was begun, as it is kept.</summary>
internal sealed record StoredBegun(
    string Date, string DueAt, string CollectFrom, string CutOff, string FreezeAt, string CatchUpUntil, bool Shifted, string WindowStart, string WindowEnd, bool Late)
{
    public static StoredBegun Of(BegunEdition begun) => new(
        StoredText.Of(begun.Slot.Date),
        StoredText.Of(begun.Slot.DueAt),
        StoredText.Of(begun.Slot.CollectFrom),
        StoredText.Of(begun.Slot.CutOff),
        StoredText.Of(begun.Slot.FreezeAt),
        StoredText.Of(begun.Slot.CatchUpUntil),
        begun.Slot.Shifted,
        StoredText.Of(begun.Window.Start),
        StoredText.Of(begun.Window.End),
        begun.IsLate);

    public BegunEdition ToBegun() => new(
        new EditionSlot
        {
            Date = StoredText.DateOf(Date),
            DueAt = StoredText.InstantOf(DueAt),
            CollectFrom = StoredText.InstantOf(CollectFrom),
            CutOff = StoredText.InstantOf(CutOff),
            FreezeAt = StoredText.InstantOf(FreezeAt),
            CatchUpUntil = StoredText.InstantOf(CatchUpUntil),
            Shifted = Shifted,
        },
        new EditionWindow(StoredText.InstantOf(WindowStart), StoredText.InstantOf(WindowEnd)),
        Late);
}
