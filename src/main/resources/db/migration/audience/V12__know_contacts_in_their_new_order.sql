-- nothing is known of a table that was just filled, and segments would be counted by guesses until something changes
analyze contacts;
