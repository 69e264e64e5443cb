package app.backmatter.mail.domain;

import app.backmatter.mail.Enclosure;
import java.util.List;

/** A mail as it leaves. */
record WrittenLetter(String subject, String html, String text, List<Enclosure> enclosures) {}
