using System.Diagnostics;
using Briefing.Archive.Forms;
using Briefing.Archive.Pages;
using Briefing.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Briefing.Archive;

/// <summary>Turns what goes wrong into a page for the reader and a line for the operators. The line has the route, never the path: tokens stand there.</summary>
internal sealed partial class SiteFaults(SiteSettings site, ILoggerFactory loggers)
{
    // As proxies have it: nobody is there any more to be told.
    private const int ReaderIsGone = 499;

    private readonly ILogger _log = loggers.CreateLogger("site");

    public async Task Handle(HttpContext context, RequestDelegate next)
    {
        var began = Stopwatch.GetTimestamp();
        var isGone = false;
        if (context.Request.ContentLength > FormReader.MaxBytes)
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        else
            isGone = !await Attempt(context, next);
        if (!isGone && context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
            await SitePages.Send<ProblemPage, Problem>(context, site, Problem.Of(context.Response.StatusCode), context.Response.StatusCode);
        Answered(context.Request.Method, RouteOf(context), isGone ? ReaderIsGone : context.Response.StatusCode, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    // False where the reader has gone away meanwhile.
    private async Task<bool> Attempt(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            // The headers stay: what is shown of a fault is a page like any other.
            context.Response.StatusCode = fault switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                StorageException => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            };
            context.Response.ContentType = null;
            if (fault is not BadHttpRequestException)
                Failed(context.Request.Method, RouteOf(context), fault);
        }

        return true;
    }

    private static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";

    [LoggerMessage(1, LogLevel.Information, "{Method} {Route} {Status} ({Milliseconds} ms)")]
    private partial void Answered(string method, string route, int status, long milliseconds);

    [LoggerMessage(2, LogLevel.Error, "{Method} {Route} failed")]
    private partial void Failed(string method, string route, Exception fault);
}
