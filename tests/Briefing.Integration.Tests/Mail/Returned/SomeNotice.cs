namespace Briefing.Integration.Tests.Mail.Returned;

/// <summary>Notices in the forms that several servers give them, in words of our own. KEY and ADDRESS stand for a delivery's and a reader's.</summary>
internal static class SomeNotice
{
    /// <summary>RFC 3464 as Postfix writes it: the envelope's id, the headers of what came back, and marked as a reply of a machine.</summary>
    public const string Postfix = """
        Return-Path: <>
        From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
        To: bounces@briefing.example
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="7F2.1741588801/mx.example.net"

        This is a MIME-encapsulated message.

        --7F2.1741588801/mx.example.net
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        Your message could not be delivered to one recipient.

        --7F2.1741588801/mx.example.net
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.net
        X-Postfix-Queue-ID: 7F2
        Original-Envelope-Id: KEY
        Arrival-Date: Tue, 10 Mar 2026 06:00:01 +0000 (UTC)

        Final-Recipient: rfc822; ADDRESS
        Original-Recipient: rfc822;ADDRESS
        Action: failed
        Status: STATUS
        Remote-MTA: dns; inner.example.org
        Diagnostic-Code: smtp; 550 STATUS <ADDRESS>: Recipient address rejected:
            there is nobody of that name

        --7F2.1741588801/mx.example.net
        Content-Description: Undelivered Message Headers
        Content-Type: text/rfc822-headers

        Message-ID: <KEY@briefing.example>
        Subject: The morning

        --7F2.1741588801/mx.example.net--
        """;

    /// <summary>Without the envelope's id, the whole message returned, the text encoded, the boundary's letters beginning another's.</summary>
    public const string Exchange = """
        From: <postmaster@corp.example.org>
        To: <bounces@briefing.example>
        Content-Type: multipart/report; report-type=delivery-status; boundary="b_1"
        MIME-Version: 1.0
        In-Reply-To: <KEY@briefing.example>
        Subject: Undeliverable: The morning

        --b_1
        Content-Type: multipart/alternative; differences=Content-Type;
         boundary="b_1_inner"

        --b_1_inner
        Content-Type: text/plain; charset="us-ascii"
        Content-Transfer-Encoding: quoted-printable

        Your message to ADDRESS couldn't be delivered=2E

        --b_1_inner
        Content-Type: text/html; charset="us-ascii"
        Content-Transfer-Encoding: base64

        PHA+WW91ciBtZXNzYWdlPC9wPg==

        --b_1_inner--

        --b_1
        Content-Type: message/delivery-status

        Reporting-MTA: dns;hub7.corp.example.org
        Received-From-MTA: dns;mx2.corp.example.org

        Original-Recipient: rfc822;ADDRESS
        Final-Recipient: rfc822;ADDRESS
        Action: failed
        Status: STATUS
        Diagnostic-Code: smtp;550 STATUS RESOLVER.ADR.RecipientNotFound; not found by SMTP address lookup

        --b_1
        Content-Type: message/rfc822

        Received: from mail.briefing.example
        From: Morning <briefing@briefing.example>
        Message-ID: <KEY@briefing.example>
        Content-Type: multipart/mixed; boundary="ours"

        --ours

        The morning's text.
        --ours--

        --b_1--
        """;

    /// <summary>The reply in several lines, the address in angle brackets.</summary>
    public const string Gmail = """
        From: Mail Delivery Subsystem <mailer-daemon@mail.example.com>
        To: bounces@briefing.example
        Auto-Submitted: auto-replied
        Subject: Delivery Status Notification (Failure)
        References: <KEY@briefing.example>
        Content-Type: multipart/report; boundary="0000000000004e"; report-type=delivery-status

        --0000000000004e
        Content-Type: text/plain; charset="UTF-8"

        ** Address not found **

        --0000000000004e
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.com
        Arrival-Date: Mon, 09 Mar 2026 23:00:10 -0700 (PDT)
        X-Original-Message-ID: <KEY@briefing.example>

        Final-Recipient: rfc822; <ADDRESS>
        Action: failed
        Status: STATUS
        Remote-MTA: dns; mx.example.org. (192.0.2.7, the server for the domain example.org.)
        Diagnostic-Code: smtp; 550-STATUS The email account that you tried to reach does not exist. Please try
         550-STATUS double-checking the address.
         550 STATUS 12345 - smtp
        Last-Attempt-Date: Mon, 09 Mar 2026 23:00:11 -0700 (PDT)

        --0000000000004e--
        """;

    /// <summary>No form at all.</summary>
    public const string Qmail = """
        Return-Path: <>
        From: MAILER-DAEMON@old.example.org
        To: bounces@briefing.example
        Subject: failure notice

        Hi. This is the qmail-send program at old.example.org.
        I could not deliver your message to the following addresses.

        <ADDRESS>:
        Sorry, no mailbox here by that name. (#STATUS)

        --- Below this line is a copy of the message.

        Received: (qmail 5117 invoked from network); 10 Mar 2026 06:00:02 -0000
        Message-ID: <KEY@briefing.example>
        Subject: The morning

        The law of 550 5.7.7 was passed.
        """;

    /// <summary>A feedback report (RFC 5965); the address is blacked out, as is usual.</summary>
    public const string Complaint = """
        From: <feedback@mail.example.com>
        To: <bounces@briefing.example>
        Subject: FW: The morning
        Content-Type: multipart/report; report-type=feedback-report; boundary="arf"

        --arf
        Content-Type: text/plain

        This is a report of an email that a reader did not want.

        --arf
        Content-Type: message/feedback-report

        Feedback-Type: TYPE
        User-Agent: Reporter/1.0
        Version: 1
        Original-Rcpt-To: <redacted@mail.example.com>

        --arf
        Content-Type: message/rfc822

        From: Morning <briefing@briefing.example>
        Message-ID:
         <KEY@briefing.example>
        Subject: The morning

        Text.
        --arf--
        """;

    public const string Holiday = """
        Return-Path: <>
        From: ADDRESS
        To: bounces@briefing.example
        Subject: Away until the 550 5.1.1th
        Auto-Submitted: auto-replied (vacation)
        In-Reply-To: <KEY@briefing.example>

        I am away. 550 5.1.1
        """;

    public const string Person = """
        From: ADDRESS
        To: bounces@briefing.example
        Subject: Re: The morning
        In-Reply-To: <KEY@briefing.example>

        There is an error in the second story: it was 550 5.1.1.
        """;

    public static string Of(string form, string key, string address, string status = "5.1.1") => form
        .Replace("KEY", key, StringComparison.Ordinal)
        .Replace("ADDRESS", address, StringComparison.Ordinal)
        .Replace("STATUS", status, StringComparison.Ordinal)
        .Replace("TYPE", "abuse", StringComparison.Ordinal);
}
