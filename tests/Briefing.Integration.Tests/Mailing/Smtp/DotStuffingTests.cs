using System.Text;
using Briefing.Worker.Mailing.Smtp;
using FsCheck;
using FsCheck.Fluent;

namespace Briefing.Integration.Tests.Mailing.Smtp;

public class DotStuffingTests
{
    private static readonly string[] Bits = [".", "..", "\r\n", "\r\n.", "a", "bc.d", " "];

    [Fact]
    public void HoweverItIsCutEveryLeadingDotIsDoubledAndNothingElseChanges() => Prop.ForAll(
        Gen.Choose(0, Bits.Length - 1).Select(at => Bits[at]).ListOf().ToArbitrary(),
        Gen.Choose(2, 9).ListOf(20).ToArbitrary(),
        (bits, rooms) =>
        {
            var content = string.Concat(bits);
            var expected = string.Join("\r\n", content.Split("\r\n").Select(line => line.StartsWith('.') ? "." + line : line));
            return Stuff([.. bits], [.. rooms]) == expected;
        }).QuickCheckThrowOnFailure();

    // Pieces of any size into rooms of any size.
    private static string Stuff(string[] pieces, int[] rooms)
    {
        var output = new StringBuilder();
        var atLineStart = true;
        var turn = 0;
        foreach (var piece in pieces)
        {
            var rest = Encoding.ASCII.GetBytes(piece).AsSpan();
            while (!rest.IsEmpty)
            {
                var room = new byte[rooms[turn++ % rooms.Length]];
                var (taken, made) = DotStuffing.Copy(rest, room, ref atLineStart);
                output.Append(Encoding.ASCII.GetString(room, 0, made));
                rest = rest[taken..];
            }
        }

        return output.ToString();
    }
}
