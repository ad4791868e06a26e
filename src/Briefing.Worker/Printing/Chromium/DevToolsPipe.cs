using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;

namespace Briefing.Worker.Printing.Chromium;

/// <summary>
/// Chromium's DevTools protocol over its debugging pipe: JSON messages, each ended by a zero byte. Commands carry a number
/// that their answer repeats; events carry none.
/// </summary>
internal sealed class DevToolsPipe : IDisposable
{
    private readonly Stream _from;
    private readonly Stream _to;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Task _reading;
    private volatile bool _ended;
    private int _lastNumber;

    public DevToolsPipe(Stream from, Stream to)
    {
        _from = from;
        _to = to;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>Called with method and parameters of each event, one after another; must not wait.</summary>
    public Action<string, JsonElement> OnEvent { get; set; } = (_, _) => { };

    /// <summary>Ends when Chromium has closed its side.</summary>
    public Task Ended => _reading;

    /// <param name="session">The target's session; null speaks to the browser.</param>
    /// <param name="parameters">Writes the members of "params".</param>
    /// <exception cref="DevToolsException">Chromium refused the command, or ended.</exception>
    public async Task<JsonElement> CallAsync(string method, string? session, Action<Utf8JsonWriter>? parameters, CancellationToken cancellation)
    {
        var number = Interlocked.Increment(ref _lastNumber);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[number] = answer;
        try
        {
            await SendAsync(Message(number, method, session, parameters), cancellation);
            if (_ended)
                throw Gone(method);
            return await answer.Task.WaitAsync(cancellation);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            throw Gone(method);
        }
        finally
        {
            _waiting.TryRemove(number, out _);
        }
    }

    /// <summary>Sends a command whose answer does not matter.</summary>
    public void Post(string method, string? session, Action<Utf8JsonWriter> parameters) =>
        _ = CallAsync(method, session, parameters, CancellationToken.None).ContinueWith(
            task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    public void Dispose()
    {
        _ended = true;
        _to.Dispose();
        _from.Dispose();
        FailAll();
    }

    private static ReadOnlyMemory<byte> Message(int number, string method, string? session, Action<Utf8JsonWriter>? parameters)
    {
        var message = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(message))
        {
            json.WriteStartObject();
            json.WriteNumber("id", number);
            json.WriteString("method", method);
            if (session is not null)
                json.WriteString("sessionId", session);
            json.WriteStartObject("params");
            parameters?.Invoke(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        message.Write("\0"u8);
        return message.WrittenMemory;
    }

    private async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            await _to.WriteAsync(message, cancellation);
            await _to.FlushAsync(cancellation);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        var length = 0;
        try
        {
            int read;
            while ((read = await _from.ReadAsync(buffer.AsMemory(length))) > 0)
            {
                // Only what is new can hold the end of a message.
                var searched = length;
                length += read;
                var done = 0;
                for (int end; (end = buffer.AsSpan(searched, length - searched).IndexOf((byte)0)) >= 0; searched = done)
                {
                    Take(buffer.AsMemory(done, searched + end - done));
                    done = searched + end + 1;
                }

                buffer.AsSpan(done, length - done).CopyTo(buffer);
                length -= done;
                if (length == buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or JsonException)
        {
            // The pipe has broken: whoever waits learns of it below.
        }

        _ended = true;
        FailAll();
    }

    private void Take(ReadOnlyMemory<byte> bytes)
    {
        using var message = JsonDocument.Parse(bytes);
        var root = message.RootElement;
        if (!root.TryGetProperty("id", out var number))
        {
            OnEvent(root.GetProperty("method").GetString() ?? "", root.TryGetProperty("params", out var told) ? told.Clone() : default);
            return;
        }

        if (!_waiting.TryRemove(number.GetInt32(), out var answer))
            return;
        if (root.TryGetProperty("error", out var error))
            answer.TrySetException(new DevToolsException($"Chromium refused: {error.GetProperty("message").GetString()}"));
        else
            answer.TrySetResult(root.GetProperty("result").Clone());
    }

    private void FailAll()
    {
        foreach (var number in _waiting.Keys)
        {
            if (_waiting.TryRemove(number, out var answer))
                answer.TrySetException(Gone("the command"));
        }
    }

    private static DevToolsException Gone(string during) => new($"Chromium ended during {during}");
}

/// <summary>Chromium refused a command, or is not there any more.</summary>
internal sealed class DevToolsException(string message) : Exception(message);
