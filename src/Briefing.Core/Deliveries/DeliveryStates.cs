using System.Collections.Immutable;
using static Briefing.Core.Deliveries.DeliveryState;

namespace Briefing.Core.Deliveries;

/// <summary>Which states are the end of a delivery, and which are not.</summary>
public static class DeliveryStates
{
    /// <summary>A sender may take it up at its time.</summary>
    public static ImmutableArray<DeliveryState> Waiting { get; } = [Pending, Deferred, Unknown];

    /// <summary>Nothing more will happen to it by itself.</summary>
    public static bool HasEnded(this DeliveryState state) => state is Accepted or Failed or Expired or Suppressed;

    /// <summary>Something that a person must see.</summary>
    public static bool IsTrouble(this DeliveryState state) => state is Failed or Expired or Held;
}
