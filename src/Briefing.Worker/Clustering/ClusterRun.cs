using System.Collections.Immutable;
using Briefing.Core.Reprints;
using Briefing.Core.Stories;

namespace Briefing.Worker.Clustering;

/// <summary>
/// One pass over a corpus: reads articles line by line, keeps of each only what matching needs (some four bytes a word), and
/// tells in the end which are one report and which reports one story.
/// </summary>
internal sealed class ClusterRun
{
    private const long SecondsPerDay = 24 * 60 * 60;

    private readonly Utf8Tokenizer _words = new();
    private readonly ArticleLine _line;
    private TokenStore _wordings = new();
    private ReprintSearch _search;
    private readonly ByteStore _ids = new();
    private readonly List<long> _published = [];
    private readonly LeadReader _leadReader = new();
    private readonly LeadStore? _leads;

    // For each report the article that stands for it.
    private readonly List<int> _originals = [];

    /// <param name="keepsLeads">Whether stories are to be found, which takes another kilobyte and a half an article.</param>
    public ClusterRun(bool keepsLeads)
    {
        _leads = keepsLeads ? new LeadStore() : null;
        _line = new ArticleLine(_words);
        _search = new ReprintSearch(_wordings, ReprintSearch.SparseSampling);
    }

    public int Count => _published.Count;

    /// <summary>An article's id as it stood in its line.</summary>
    public ReadOnlySpan<byte> IdOf(int article) => _ids[article];

    /// <summary>Takes all articles in.</summary>
    /// <param name="reject">Called with the number of each line that is no article, and why.</param>
    public void Read(Stream corpus, Action<int, string> reject)
    {
        var lines = new JsonLineReader(corpus);
        while (lines.TryRead(out var line))
        {
            if (lines.LineNumber == 1 && line.StartsWith("\uFEFF"u8))
                line = line[3..];
            if (line.Trim(" \t\r"u8).IsEmpty)
                continue;
            if (Add(line) is { } fault)
                reject(lines.LineNumber, fault);
        }
    }

    /// <summary>
    /// For each article the number of its report, from 1, in the order of the reports' first articles. Lets go of the
    /// wordings, which of a million articles are three gigabytes that the stories may use.
    /// </summary>
    /// <param name="onOverlap">Called with every candidate pair's overlap; for measuring.</param>
    public int[] FindReports(Action<ReprintPair>? onOverlap = null)
    {
        var precedence = new OriginalPreference(_wordings, article => _published[article], _ => false);
        var originals = StarClustering.OriginalsOf(Count, _search.FindPairs(onOverlap), precedence);
        _wordings = new TokenStore();
        _search = new ReprintSearch(_wordings, ReprintSearch.SparseSampling);
        var reports = new int[Count];
        var numbers = new int[Count];
        _originals.Clear();
        for (var article = 0; article < Count; article++)
        {
            ref var number = ref numbers[originals[article]];
            if (number == 0)
            {
                _originals.Add(originals[article]);
                number = _originals.Count;
            }

            reports[article] = number;
        }

        return reports;
    }

    /// <summary>For each report, after <see cref="FindReports"/>, the number of its story, from 0, in the order of the reports.</summary>
    public ImmutableArray<int> FindStories()
    {
        var leads = _leads ?? throw new InvalidOperationException("This run keeps no leads.");
        return StoryClustering.Of(leads, _originals);
    }

    private string? Add(ReadOnlySpan<byte> line)
    {
        if (_line.Read(line) is { } fault)
            return fault;
        _search.Add(_words.Read(_line.TextLength));
        _ids.Add(line[_line.Id]);
        _published.Add(_line.Published);
        _leads?.Add(_leadReader.Read(_line.Title, _line.Text, DayOf(_line.Published)));
        return null;
    }

    private static int? DayOf(long published) =>
        published == ArticleLine.Undated ? null : (int)(published / SecondsPerDay);
}

/// <summary>Many short byte strings, numbered from 0, in blocks, so that it grows without copying.</summary>
internal sealed class ByteStore
{
    private const int BlockLength = 1 << 18;

    private readonly List<byte[]> _blocks = [];
    private readonly List<(int Block, int Start, int Length)> _places = [];
    private int _free;

    public ReadOnlySpan<byte> this[int at]
    {
        get
        {
            var (block, start, length) = _places[at];
            return _blocks[block].AsSpan(start, length);
        }
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_blocks.Count == 0 || _free + bytes.Length > BlockLength)
        {
            _blocks.Add(new byte[Math.Max(BlockLength, bytes.Length)]);
            _free = 0;
        }

        bytes.CopyTo(_blocks[^1].AsSpan(_free));
        _places.Add((_blocks.Count - 1, _free, bytes.Length));
        _free += bytes.Length;
    }
}

/// <summary>The lines of a file as bytes, without their line ends. Reads ahead in blocks; holds one line at a time.</summary>
internal sealed class JsonLineReader(Stream stream)
{
    private const int BlockLength = 1 << 20;

    private byte[] _buffer = GC.AllocateUninitializedArray<byte>(BlockLength);
    private int _start;
    private int _end;
    private bool _isComplete;

    /// <summary>Counts from 1; 0 before the first.</summary>
    public int LineNumber { get; private set; }

    /// <param name="line">Valid until the next call.</param>
    /// <returns>False at the end of the file.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest.IndexOf((byte)'\n');
            if (length < 0 && !_isComplete)
            {
                ReadMore();
                continue;
            }

            line = rest[..(length < 0 ? rest.Length : length)];
            _start += length < 0 ? rest.Length : length + 1;
            if (length < 0 && rest.IsEmpty)
                return false;
            LineNumber++;
            return true;
        }
    }

    private void ReadMore()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isComplete = read == 0;
    }
}
