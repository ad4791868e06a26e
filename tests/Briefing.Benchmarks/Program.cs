using BenchmarkDotNet.Running;
using Briefing.Benchmarks.Continuity;
using Briefing.Benchmarks.Extraction;
using Briefing.Benchmarks.Mailing;
using Briefing.Benchmarks.Printing;

// Whole processes cannot be measured in one: "pack" is run by bench/render, "mail" by bench/mail.
if (args is ["pack", ..])
    return await PackCost.Run(args.Length > 1 ? int.Parse(args[1]) : 9);
if (args is ["mail", ..])
    return await MailCost.Run(args[1..]);

if (args is ["compare", ..])
{
    CompareCost.Run(stories: 60, runs: args.Length > 1 ? int.Parse(args[1]) : 9);
    return 0;
}

// What each rule for lines is worth on the labelled pages.
if (args is ["line-rules", var shared])
{
    LineRuleAblation.Run(shared);
    return 0;
}

if (args is ["store", var database, var folder, var editions])
{
    StoredEditions.Fill(database, folder, int.Parse(editions));
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
