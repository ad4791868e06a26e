using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Briefing.Worker.Cli;

/// <summary>Tells when files are saved, from its making on. Editors save in several steps; those that follow one another closely are one.</summary>
internal sealed class SavedFiles : IDisposable
{
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(40);

    private readonly Channel<string> _saved = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly List<FileSystemWatcher> _watchers;

    /// <param name="isWatched">By full path.</param>
    public SavedFiles(IEnumerable<string> folders, Func<string, bool> isWatched)
    {
        _watchers = [.. folders.Select(folder => Watch(folder, path =>
        {
            if (isWatched(path))
                _saved.Writer.TryWrite(path);
        }))];
    }

    /// <summary>One path for each saving, or several close ones. Ends when it is cancelled.</summary>
    public async IAsyncEnumerable<string> Savings([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await SomethingWasSaved(cancellation))
        {
            if (_saved.Reader.TryRead(out var path))
                yield return path;
        }
    }

    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    // Ctrl+C is the way to end it, not a fault.
    private async Task<bool> SomethingWasSaved(CancellationToken cancellation)
    {
        try
        {
            await _saved.Reader.WaitToReadAsync(cancellation);
            await Task.Delay(Settling, cancellation);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static FileSystemWatcher Watch(string folder, Action<string> saved)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Changed += (_, change) => saved(change.FullPath);
        watcher.Created += (_, change) => saved(change.FullPath);
        watcher.Renamed += (_, change) => saved(change.FullPath);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
