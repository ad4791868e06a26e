using static Briefing.Core.Deliveries.DeliveryState;

namespace Briefing.Core.Deliveries;

/// <summary>What states mean to a person.</summary>
public static class DeliveryStates
{
    /// <summary>Something that a person must see.</summary>
    public static bool IsTrouble(this DeliveryState state) => state is Failed or Expired or Held;
}
