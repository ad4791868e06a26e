using Briefing.Core.Model;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace Briefing.Worker.Printing.Quest;

/// <summary>print.css's faces, sizes and greys in QuestPDF's terms. Line heights there are in points, here a multiple of the size.</summary>
internal static class PackStyle
{
    private static readonly string[] TextFaces =
    [
        "Charis SIL", "Bitstream Charter", "Noto Serif", "Liberation Serif", "DejaVu Serif",
        "Noto Serif CJK JP", "Noto Sans CJK JP", "Noto Naskh Arabic", "Noto Sans Symbols2", "Noto Color Emoji",
    ];

    private static readonly string[] LabelFaces =
    [
        "Noto Sans", "Open Sans", "Liberation Sans", "DejaVu Sans", "Noto Sans CJK JP", "Noto Sans Arabic", "Noto Sans Symbols2", "Noto Color Emoji",
    ];

    public static readonly TextStyle Text = TextStyle.Default.FontFamily(TextFaces).FontSize(11).LineHeight(1.4f).FontColor(Colors.Black);
    public static readonly TextStyle Title = Text.FontSize(31).LineHeight(1.16f).Bold();
    public static readonly TextStyle Date = Text.FontSize(15).LineHeight(1.33f);
    public static readonly TextStyle Topic = Text.FontSize(19).LineHeight(1.2f).Bold();
    public static readonly TextStyle SmallTopic = Text.FontSize(13).LineHeight(1.3f).Bold();
    public static readonly TextStyle Story = Text.FontSize(14).LineHeight(1.29f).Bold();
    public static readonly TextStyle Wording = Text.FontSize(10.4f).LineHeight(1.35f);
    public static readonly TextStyle Headline = Text.FontSize(9.4f).LineHeight(1.34f);
    public static readonly TextStyle Before = Quiet(Text.FontSize(8.5f));

    public static readonly TextStyle Label = TextStyle.Default.FontFamily(LabelFaces).FontSize(8.6f).LineHeight(1.4f).FontColor(Colors.Black);
    public static readonly TextStyle Front = Label.FontSize(10).Bold();
    public static readonly TextStyle Made = Quiet(Label.FontSize(9));
    public static readonly TextStyle About = Quiet(Label.FontSize(8.3f));
    public static readonly TextStyle Marker = Label.FontSize(7.6f);
    public static readonly TextStyle Running = Quiet(Label.FontSize(8));
    public static readonly TextStyle Marking = Label.FontSize(8).Bold().LetterSpacing(0.12f);

    public static TextStyle Quiet(TextStyle style) => style.FontColor(Colors.Grey.Darken3);
}
