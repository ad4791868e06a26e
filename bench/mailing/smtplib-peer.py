#!/usr/bin/env python3
"""Sends personal messages as Python programmes do: each composed with the email package, over smtplib.
   smtplib-peer.py PORT MESSAGES CONNECTIONS FOLDER (with the files text, html and pdf)"""
import os
import smtplib
import sys
import threading
from email.message import EmailMessage

port, messages, connections, folder = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]


def read(name, mode="r"):
    with open(os.path.join(folder, name), mode) as file:
        return file.read()


text, html, pdf = read("text"), read("html"), read("pdf", "rb")


def compose(number):
    link = f"https://briefing.example/unsubscribe/v1.k1.{number}"
    message = EmailMessage()
    message["From"] = "Morning Briefing <briefing@briefing.example>"
    message["To"] = f"Reader {number} <reader{number}@post.example>"
    message["Subject"] = "Morning briefing: Tuesday 10 March 2026"
    message["Date"] = "Tue, 10 Mar 2026 06:30:00 +0000"
    message["Message-ID"] = f"<morning.2026-03-10.v1.{number}@briefing.example>"
    message["List-Id"] = "<morning.briefing.example>"
    message["List-Unsubscribe"] = f"<{link}>, <mailto:briefing@briefing.example?subject=unsubscribe%20v1.k1.{number}>"
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(f"Dear Reader {number},\n\n{text}\n{link}\n")
    message.add_alternative(f"<p>Dear Reader {number},</p>\n{html}\n<p><a href=\"{link}\">Unsubscribe</a></p>\n", subtype="html")
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename="briefing-2026-03-10.pdf")
    return message


def send(numbers):
    with smtplib.SMTP("127.0.0.1", port) as server:
        for number in numbers:
            server.send_message(compose(number))


threads = [threading.Thread(target=send, args=(range(start, messages, connections),)) for start in range(connections)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
