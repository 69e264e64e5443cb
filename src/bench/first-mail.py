#!/usr/bin/env python3
"""PORT FOLDER: a mail server that keeps of each subject only when its first mail had come, as a file of seconds."""
import re, socketserver, sys, threading, time

folder, known, lock = sys.argv[2], set(), threading.Lock()


class Talk(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"220 sink\r\n")
        for line in self.rfile:
            command = line.strip().upper()
            if command == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                self.take(b"".join(iter(self.rfile.readline, b".\r\n")))
            if command == b"QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            self.wfile.write(b"250 fine\r\n")

    def take(self, mail):
        at, subject = time.time(), re.search(rb"^Subject: start-(\d+)", mail, re.M)
        name = subject[1].decode() if subject else "other"
        with lock:
            if name not in known:
                known.add(name)
                with open(f"{folder}/{name}", "w") as file:
                    file.write(f"{at:.3f}\n")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads = True, True


Server(("127.0.0.1", int(sys.argv[1])), Talk).serve_forever()
