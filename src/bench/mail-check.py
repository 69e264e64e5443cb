#!/usr/bin/env python3
"""sink PORT FOLDER: a mail server that keeps each mail as a file. check FOLDER SELECTOR DOMAIN RECORD: looks at each."""
import os, re, socket, subprocess, sys, threading
from email import message_from_bytes, policy


def talk(connection, folder, count):
    lines = connection.makefile("rb")
    say = lambda text: connection.sendall(text.encode() + b"\r\n")
    say("220 sink")
    to = ""
    for line in lines:
        command = line.strip().decode()
        if command.upper().startswith("RCPT"):
            to = command
        if command.upper() == "DATA":
            say("354 go on")
            body = []
            for part in lines:
                if part == b".\r\n":
                    break
                body.append(part[1:] if part.startswith(b".") else part)
            with count["lock"]:
                count["n"] += 1
                name = "%s/%03d.eml" % (folder, count["n"])
            with open(name + ".new", "wb") as file:
                file.write(b"".join(body))
            os.rename(name + ".new", name)
        if command.upper() == "QUIT":
            say("221 bye")
            return
        say("250-sink\r\n250 8BITMIME" if command.upper().startswith("EHLO") else "250 fine")


def sink(port, folder):
    os.makedirs(folder, exist_ok=True)
    server = socket.create_server(("127.0.0.1", port))
    count = {"n": 0, "lock": threading.Lock()}
    while True:
        connection, _ = server.accept()
        threading.Thread(target=talk, args=(connection, folder, count), daemon=True).start()


def rules(path):
    """SpamAssassin's own words on a mail: its score, and each rule that it hit."""
    said = subprocess.run(["spamassassin", "-L", "-t"], stdin=open(path, "rb"), capture_output=True).stdout.decode(errors="replace")
    score = re.search(r"X-Spam-Status:.*?score=(-?[\d.]+)", said, re.S)
    hits = re.findall(r"^\s*(-?\d+\.\d)\s+([A-Z][A-Z0-9_]+)\s", said.split("Content analysis details:")[-1], re.M)
    return (score.group(1) if score else "?"), ["%s %s" % (name, points) for points, name in hits]


def check(folder, selector, domain, record):
    import dkim

    known = ("%s._domainkey.%s." % (selector, domain)).encode()
    bad = 0
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".eml"):
            continue
        path = os.path.join(folder, name)
        raw = open(path, "rb").read()
        mail = message_from_bytes(raw, policy=policy.default)
        signed = "DKIM-Signature" in mail
        good = signed and dkim.verify(raw, dnsfunc=lambda asked, timeout=5: record.encode() if asked == known else None)
        of_account = "account" in str(mail.get_body(("plain",)).get_content()).lower() and not signed
        parts = [part.get_content_type() for part in mail.walk()]
        defects = [type(defect).__name__ for part in mail.walk() for defect in part.defects]
        score, hits = rules(path)
        fine = (good or of_account) and not defects and "text/plain" in parts
        bad += not fine
        print("| %s | %s | %s | %s | %s |" % (
            mail["Subject"], "list" if "List-Unsubscribe" in mail else "single",
            "good" if good else "unsigned, of an account" if of_account else "BAD", score, ", ".join(hits + defects) or "none"))
    return bad


if __name__ == "__main__":
    if sys.argv[1] == "sink":
        sink(int(sys.argv[2]), sys.argv[3])
    sys.exit(1 if check(*sys.argv[2:]) else 0)
