package app.backmatter.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What mail servers say, as they say it. */
class BounceTableTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        HARD_BOUNCE | 5.1.1 | 550 5.1.1 <ana@example.com>: Recipient address rejected: User unknown in virtual mailbox table
        HARD_BOUNCE | 5.1.1 | 550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking the recipient's email address
        HARD_BOUNCE | 5.1.10 | 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
        HARD_BOUNCE | 5.4.1 | 550 5.4.1 Recipient address rejected: Access denied. [AM4PEPF00027A6.eurprd04.prod.outlook.com]
        HARD_BOUNCE | 5.5.0 | 550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302).
        HARD_BOUNCE | 5.2.1 | 550-5.2.1 The email account that you tried to reach is disabled.
        HARD_BOUNCE | 5.4.4 | X-Postfix; 5.4.4 Host or domain name not found. Name service error for name=exmaple.com type=AAAA: Host not found
        HARD_BOUNCE | 5.4.310 | 550 5.4.310 DNS domain exmaple.com does not exist
        HARD_BOUNCE | ''  | 550 No such user here
        HARD_BOUNCE | ''  | 554 delivery error: dd This user doesn't have a yahoo.com account (ana@yahoo.com) - user unknown
        SOFT_BOUNCE | 5.2.2 | 552 5.2.2 The email account that you tried to reach is over quota and inactive.
        SOFT_BOUNCE | 5.2.1 | 550-5.2.1 The user you are trying to contact is receiving mail at a rate that prevents delivery
        SOFT_BOUNCE | 4.4.1 | 4.4.1 connect to mx.example.com[203.0.113.7]:25: Connection timed out
        SOFT_BOUNCE | 5.4.7 | 5.4.7 Delivery expired (message too old) 'timeout'
        SOFT_BOUNCE | 4.2.2 | 452 4.2.2 The email account that you tried to reach is over quota.
        SOFT_BOUNCE | ''  | 550 something went wrong
        SOFT_BOUNCE | ''  | 552 Mailbox full
        SOFT_BOUNCE | 5.4.6 | 5.4.6 mail for example.com loops back to myself
        BLOCKED | 5.7.1 | 550 5.7.1 Unfortunately, messages from [198.51.100.5] weren't sent. Please contact your Internet service provider
        BLOCKED | 5.7.26 | 550-5.7.26 This mail is unauthenticated, which poses a security risk to the sender
        BLOCKED | 5.7.1 | 554 5.7.1 <ana@example.com>: Relay access denied
        BLOCKED | 5.1.8 | 550 5.1.8 <mail@exmaple.org>: Sender address rejected: Domain not found
        BLOCKED | 5.1.1 | 550 5.1.1 rejected by our spam policy
        BLOCKED | 5.3.4 | 552 5.3.4 Message size exceeds fixed limit
        BLOCKED | 4.7.0 | 421-4.7.0 Try again later, closing connection.
        BLOCKED | ''  | 554 Transaction failed
        BLOCKED | ''  | 550 High probability of spam
        """)
    void isReadForWhatItSaysOfTheAddress(ReportKind kind, String status, String words) {
        assertThat(BounceTable.kindOf(words)).isEqualTo(kind);
        assertThat(BounceTable.statusIn(words)).isEqualTo(status);
    }
}
