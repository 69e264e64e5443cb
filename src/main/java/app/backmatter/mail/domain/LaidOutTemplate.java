package app.backmatter.mail.domain;

import app.backmatter.mail.LetterRules;
import app.backmatter.mail.content.LaidOut;

/** Writes the letters of one name that have a layout of their own. */
interface LaidOutTemplate extends LetterRules {
    /** @param under the links by which its reader leaves or chooses */
    LaidOut.Filled compose(Claim claim, MailLinks.Links under);
}
