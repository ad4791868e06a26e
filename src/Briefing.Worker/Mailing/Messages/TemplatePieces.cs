using System.Buffers;
using Briefing.Worker.Mailing.Dkim;

namespace Briefing.Worker.Mailing.Messages;

/// <summary>Puts what is the same for all together into as few pieces as there are.</summary>
internal static class TemplatePieces
{
    /// <summary>Bytes. What is at least so long, as a pack is, stays the memory that all its templates share.</summary>
    private const int TooLongToCopy = 64 * 1024;

    /// <param name="content">byte[] and <see cref="TemplatePiece.Slot"/> in order.</param>
    public static IReadOnlyList<TemplatePiece> Of(IEnumerable<object> content)
    {
        var pieces = new List<TemplatePiece>();
        var run = new ArrayBufferWriter<byte>();
        foreach (var item in content)
        {
            if (item is byte[] bytes)
            {
                if (bytes.Length < TooLongToCopy)
                {
                    run.Write(bytes);
                    continue;
                }

                Flush();
                pieces.Add(Shared(bytes));
                continue;
            }

            Flush();
            pieces.Add((TemplatePiece.Slot)item);
        }

        Flush();
        return pieces;

        void Flush()
        {
            if (run.WrittenCount > 0)
                pieces.Add(Shared(run.WrittenSpan.ToArray()));
            run = new ArrayBufferWriter<byte>();
        }
    }

    public static TemplatePiece.Shared Filled(TemplatePiece.Slot slot, PersonalValues values) => Shared(PersonalText.Encode(slot.Value(values)));

    private static TemplatePiece.Shared Shared(byte[] wire) => new(wire, RelaxedCanonical.Body(wire));
}
