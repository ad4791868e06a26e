using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Briefing.Archive.Forms;

/// <summary>Reads what a form sends, in either of HTML's encodings, within narrow limits.</summary>
internal static class FormReader
{
    /// <summary>A body has so many bytes at most.</summary>
    public const int MostBytes = 16 * 1024;

    private static readonly FormOptions Limits = new()
    {
        BufferBodyLengthLimit = MostBytes,
        MultipartBodyLengthLimit = MostBytes,
        MultipartHeadersLengthLimit = 1024,
        ValueCountLimit = 300,
        KeyLengthLimit = 100,
        ValueLengthLimit = 4096,
    };

    /// <exception cref="BadHttpRequestException">It is no form, or no proper one.</exception>
    public static async Task<IFormCollection> Read(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            throw new BadHttpRequestException("This is no form.", StatusCodes.Status415UnsupportedMediaType);
        // The whole body first: with a value that is too long, the pieces in which it arrives would else decide between 400 and 413.
        var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            body.Position = 0;
            context.Request.Body = body;
            // What is not supported is an encoding that the request names.
            return await new FormFeature(context.Request, Limits).ReadFormAsync(context.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException or (IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The form is beyond its limits, or not whole.", StatusCodes.Status400BadRequest, fault);
        }
    }
}
