namespace Briefing.Worker.Mailing.Smtp;

/// <summary>RFC 5321, 4.5.2: a line that begins with a dot gets another.</summary>
internal static class DotStuffing
{
    /// <summary>Copies as much as has room.</summary>
    /// <param name="target">At least two octets.</param>
    /// <param name="atLineStart">Whether the content's next octet begins a line; kept from piece to piece.</param>
    /// <returns>Octets taken from the content, octets made of them.</returns>
    public static (int Taken, int Made) Copy(ReadOnlySpan<byte> content, Span<byte> target, ref bool atLineStart)
    {
        int taken = 0, made = 0;
        while (taken < content.Length && target.Length - made >= 2)
        {
            if (atLineStart && content[taken] == '.')
                target[made++] = (byte)'.';
            atLineStart = false;

            // Up to and with the LF before the next dot that begins a line, or all that there is.
            var rest = content.Slice(taken, Math.Min(content.Length - taken, target.Length - made));
            var dotted = rest.IndexOf("\n."u8);
            var run = dotted < 0 ? rest : rest[..(dotted + 1)];
            run.CopyTo(target[made..]);
            taken += run.Length;
            made += run.Length;
            atLineStart = run[^1] == '\n';
        }

        return (taken, made);
    }
}
