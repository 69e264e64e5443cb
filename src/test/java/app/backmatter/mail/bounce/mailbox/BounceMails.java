package app.backmatter.mail.bounce.mailbox;

import app.backmatter.mail.MessageId;

/** Mails that come back, in the shapes that mail servers give them. */
final class BounceMails {
    private BounceMails() {}

    /** As Postfix tells a refusal, with the headers of our mail alone. */
    static String postfix(String name, MessageId message, String action, String status, String diagnostic) {
        return """
            Return-Path: <>
            Date: Mon, 23 Nov 2026 00:12:41 +0000 (UTC)
            From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
            Subject: Undelivered Mail Returned to Sender
            To: ada@example.org
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status;
            	boundary="4CjX1q2z3Bz9sT.1700000000/mx.example.net"
            Message-Id: <%1$s@mx.example.net>

            This is a MIME-encapsulated message.

            --4CjX1q2z3Bz9sT.1700000000/mx.example.net
            Content-Description: Notification
            Content-Type: text/plain; charset=us-ascii

            This is the mail system at host mx.example.net.

            I'm sorry to have to inform you that your message could not
            be delivered to one or more recipients. It's attached below.

            <reader-1@reader1.example.com>: %5$s

            --4CjX1q2z3Bz9sT.1700000000/mx.example.net
            Content-Description: Delivery report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.net
            X-Postfix-Queue-ID: 4CjX1q2z3Bz9sT
            X-Postfix-Sender: rfc822; ada@example.org
            Arrival-Date: Mon, 23 Nov 2026 00:12:40 +0000 (UTC)

            Final-Recipient: rfc822; reader-1@reader1.example.com
            Original-Recipient: rfc822;reader-1@reader1.example.com
            Action: %3$s
            Status: %4$s
            Remote-MTA: dns; mail.reader1.example.com
            Diagnostic-Code: smtp; %5$s

            --4CjX1q2z3Bz9sT.1700000000/mx.example.net
            Content-Description: Undelivered Message Headers
            Content-Type: text/rfc822-headers

            Return-Path: <ada@example.org>
            Received: from backmatter (localhost [127.0.0.1])
            	by mx.example.net (Postfix) with ESMTP id 4CjX1q2z3Bz9sT
            	for <reader-1@reader1.example.com>; Mon, 23 Nov 2026 00:12:40 +0000 (UTC)
            From: Ada Quill <ada@example.org>
            To: reader-1@reader1.example.com
            Message-ID: <%2$s@localhost>
            Subject: News

            --4CjX1q2z3Bz9sT.1700000000/mx.example.net--
            """.formatted(name, message, action, status, diagnostic);
    }

    /** As Exchange tells it: the whole mail comes back, and one of several mailboxes behind an address had it. */
    static String exchange(String name, MessageId message) {
        return """
            From: <postmaster@example.onmicrosoft.com>
            To: <ada@example.org>
            Date: Mon, 23 Nov 2026 00:13:05 +0000
            Content-Type: multipart/report; report-type=delivery-status;
            	boundary="_mhtBoundary_0"
            MIME-Version: 1.0
            Message-ID: <%1$s@AM0PR01.eurprd01.prod.exchangelabs.com>
            In-Reply-To: <%2$s@localhost>
            References: <%2$s@localhost>
            Subject: Undeliverable: News
            Auto-Submitted: auto-replied

            --_mhtBoundary_0
            Content-Type: multipart/alternative; boundary="_inner_0"

            --_inner_0
            Content-Type: text/plain; charset="utf-8"
            Content-Transfer-Encoding: quoted-printable

            reader-1 wasn't found at reader1.example.com.=20

            --_inner_0
            Content-Type: text/html; charset="utf-8"

            <p>reader-1 wasn't found at reader1.example.com.</p>

            --_inner_0--

            --_mhtBoundary_0
            Content-Type: message/delivery-status

            Reporting-MTA: dns;AM0PR01.eurprd01.prod.exchangelabs.com
            Received-From-MTA: dns;mx.example.net
            Arrival-Date: Mon, 23 Nov 2026 00:13:04 +0000

            Final-Recipient: rfc822;someone-else@reader1.example.com
            Action: delivered
            Status: 2.1.5

            Final-Recipient: rfc822;reader-1@reader1.example.com
            Action: failed
            Status: 5.1.10
            Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient reader-1@reader1.example.com not found by SMTP address lookup

            --_mhtBoundary_0
            Content-Type: message/rfc822

            Received: from mx.example.net by AM0PR01.eurprd01.prod.exchangelabs.com
            From: Ada Quill <ada@example.org>
            To: <reader-1@reader1.example.com>
            Message-ID: <%2$s@localhost>
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="ours"
            Subject: News

            --ours
            Content-Type: text/plain

            Dear reader,
            --ours
            Content-Type: text/html

            <p>Dear reader,</p>
            --ours--

            --_mhtBoundary_0--
            """.formatted(name, message);
    }

    /** As Gmail tells it, with a picture and more parts than are needed. */
    static String gmail(String name, MessageId message) {
        return """
            Return-Path: <>
            From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
            To: ada@example.org
            Auto-Submitted: auto-replied
            Subject: Delivery Status Notification (Failure)
            References: <%2$s@localhost>
            In-Reply-To: <%2$s@localhost>
            X-Failed-Recipients: reader-1@reader1.example.com
            Message-ID: <%1$s.GMR@mx.google.com>
            Date: Sun, 22 Nov 2026 16:13:41 -0800 (PST)
            MIME-Version: 1.0
            Content-Type: multipart/report; boundary="000000000000a1"; report-type=delivery-status

            --000000000000a1
            Content-Type: multipart/related; boundary="000000000000a2"

            --000000000000a2
            Content-Type: multipart/alternative; boundary="000000000000a3"

            --000000000000a3
            Content-Type: text/plain; charset="UTF-8"

            ** Address not found **

            --000000000000a3--
            --000000000000a2
            Content-Type: image/png; name="icon.png"
            Content-Disposition: attachment; filename="icon.png"
            Content-Transfer-Encoding: base64

            iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
            --000000000000a2--
            --000000000000a1
            Content-Type: message/delivery-status

            Reporting-MTA: dns; googlemail.com
            Received-From-MTA: dns; ada@example.org
            Arrival-Date: Sun, 22 Nov 2026 16:13:40 -0800 (PST)
            X-Original-Message-ID: <%2$s@localhost>

            Final-Recipient: rfc822; reader-1@reader1.example.com
            Action: failed
            Status: 5.1.1
            Remote-MTA: dns; mail.reader1.example.com
            Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try
             550-5.1.1 double-checking the recipient's email address for typos or
             550 5.1.1 unnecessary spaces.
            Last-Attempt-Date: Sun, 22 Nov 2026 16:13:41 -0800 (PST)

            --000000000000a1
            Content-Type: message/rfc822

            From: Ada Quill <ada@example.org>
            To: reader-1@reader1.example.com
            Message-ID: <%2$s@localhost>
            Subject: News

            Dear reader,

            --000000000000a1--
            """.formatted(name, message);
    }

    /** A complaint of a mailbox provider. */
    static String complaint(String name, MessageId message, String type) {
        return """
            From: <abusedesk@example.com>
            Date: Mon, 23 Nov 2026 00:15:00 +0000
            Subject: FW: News
            To: <ada@example.org>
            Message-ID: <%1$s@example.com>
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=feedback-report; boundary="part1_13d.2e68ed54_boundary"

            --part1_13d.2e68ed54_boundary
            Content-Type: text/plain; charset="US-ASCII"

            This is an email abuse report for an email message received from IP 198.51.100.5.

            --part1_13d.2e68ed54_boundary
            Content-Type: message/feedback-report

            Feedback-Type: %3$s
            User-Agent: SomeGenerator/1.0
            Version: 1
            Original-Mail-From: <ada@example.org>
            Reported-Domain: example.org

            --part1_13d.2e68ed54_boundary
            Content-Type: message/rfc822
            Content-Disposition: inline

            From: <ada@example.org>
            To: <removed@example.com>
            Subject: News
            Message-ID: <%2$s@localhost>
            Content-Type: text/plain

            Dear reader,
            --part1_13d.2e68ed54_boundary--
            """.formatted(name, message, type);
    }

    /** Of a server that returns nothing of the mail: only where it comes to tells which one it is about. */
    static String bare(String name, String to) {
        return """
            Return-Path: <>
            From: MAILER-DAEMON@mail.example.net
            To: %2$s
            Subject: Returned mail
            Message-ID: <%1$s@mail.example.net>
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            Sorry.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.example.net

            Final-Recipient: rfc822; reader-1@reader1.example.com
            Action: failed
            Status: 5.1.1

            --b--
            """.formatted(name, to);
    }

    /** A bounce of a server that knows no delivery reports. */
    static String inWords(String name, MessageId message, String from, String said) {
        return """
            Return-Path: <>
            From: %3$s
            To: ada@example.org
            Subject: failure notice
            Message-ID: <%1$s@mail.example.net>

            Hi. This is the mail program at mail.example.net.
            I'm afraid I wasn't able to deliver your message to the following addresses.

            <reader-1@reader1.example.com>:
            198.51.100.7 does not like recipient.
            Remote host said: %4$s
            Giving up on 198.51.100.7.

            --- Below this line is a copy of the message.

            From: Ada Quill <ada@example.org>
            To: reader-1@reader1.example.com
            Message-ID: <%2$s@localhost>
            Subject: News

            Dear reader,
            """.formatted(name, message, from, said);
    }
}
