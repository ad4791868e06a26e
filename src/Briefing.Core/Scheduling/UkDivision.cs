namespace Briefing.Core.Scheduling;

/// <summary>The parts of the United Kingdom that have bank holidays of their own.</summary>
public enum UkDivision
{
    EnglandAndWales,
    Scotland,
    NorthernIreland,
}
