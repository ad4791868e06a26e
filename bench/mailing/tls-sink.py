#!/usr/bin/env python3
"""A server that takes mail under TLS and keeps none of it: tls-sink.py PORT CERTIFICATE KEY"""
import socket
import ssl
import sys
import threading


def serve(connection):
    try:
        with context.wrap_socket(connection, server_side=True) as stream:
            talk(stream)
    except (OSError, ssl.SSLError):
        pass


def talk(stream):
    stream.sendall(b"220 sink\r\n")
    waiting, in_message = b"", False
    while received := stream.recv(1 << 16):
        waiting += received
        if in_message:
            end = waiting.find(b"\r\n.\r\n")
            if end < 0:
                waiting = waiting[-4:]
                continue
            waiting, in_message = waiting[end + 5:], False
            stream.sendall(b"250 taken\r\n")
        answers = b""
        while b"\r\n" in waiting:
            line, waiting = waiting.split(b"\r\n", 1)
            word = line[:4].upper()
            answers += {b"EHLO": b"250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n", b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"}.get(word, b"250 ok\r\n")
            if word == b"DATA":
                in_message = True
                break
        if answers:
            stream.sendall(answers)


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[2], sys.argv[3])
listener = socket.create_server(("127.0.0.1", int(sys.argv[1])))
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
