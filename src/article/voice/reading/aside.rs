//! Speech that pauses for its speaker: `…, she said.`, `« …, regrette-t-elle, … »`, `„…“, fügte er hinzu.`

use super::Reading;

/// Words behind the verb of an aside without a subject: `, aseguró en rueda de prensa.`
const ASIDE_WORDS: usize = 5;

/// How a verb continues when it is turned round before its pronoun.
const TURNED: [&str; 9] = ["-t-il", "-t-elle", "-t-on", "-t-ils", "-t-elles", "-il", "-elle", "-ils", "-elles"];

/// Whether what follows a verb turns it round before its pronoun, as French does: `regrette` in `regrette-t-elle`.
pub fn is_turned(behind: &str) -> bool {
    TURNED.iter().any(|turned| behind.strip_prefix(turned).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-')))
}

impl Reading<'_> {
    /// Whether a verb and its subject are all of a clause, which interrupts or ends what is told.
    pub(super) fn is_aside(&self, verb: usize) -> bool {
        let clause = self.clause(verb);
        let interrupts = clause.start > 0 && (self.inside[clause.start - 1] || self.breaks(clause.start - 1));
        let leads = |at: usize| {
            let word = &self.plain[at];
            self.speech.pronouns.has(word) || self.speech.objects.has(word) || self.speech.auxiliaries.has(word)
        };
        let told = (0..clause.start).filter(|at| !self.words[*at].function).count() > usize::from(clause.end == self.words.len());
        if !interrupts || !told || !(clause.start..verb).all(leads) {
            return false;
        }
        let subject_first = (clause.start..verb).any(|at| self.is_subject_pronoun(at));
        let may_be_absent = subject_first || self.speech.drops_subjects;
        let Some(next) = self.plain.get(verb + 1).filter(|_| verb + 1 < clause.end) else { return may_be_absent };
        let fills = |list: &str| self.lexicon.fills(list, &self.words[verb + 1].surface);
        // "Sept" is a month and a number.
        let day = (fills("weekdays") || fills("months") || fills("time")) && !fills("number_words");
        let adverbial = self.speech.prepositions.has(next) || self.speech.adverbs.has(next) || day;
        let names = self.is_subject_pronoun(verb + 1) || self.speech.is_determiner(next) || self.can_speak(verb + 1);
        if adverbial {
            subject_first || (may_be_absent || self.speech.sources.has(next)) && clause.end - verb <= ASIDE_WORDS + 1
        } else {
            !subject_first && names && !self.speech.that.has(next) && !self.goes_on(verb + 1)
        }
    }

    /// Whether a pronoun behind an English verb has a verb of its own: `…, said he trusted them`.
    fn goes_on(&self, pronoun: usize) -> bool {
        let next = pronoun + 1;
        let adverbial = |at: usize| self.speech.prepositions.has(&self.plain[at]) || self.speech.adverbs.has(&self.plain[at]);
        self.language.code() == "en" && self.is_subject_pronoun(pronoun) && next < self.clause(pronoun).end && !adverbial(next)
    }

    /// Whether a word is turned round before its pronoun in an aside; a question turns its verb round, too.
    pub(super) fn is_turned(&self, at: usize) -> bool {
        let pauses = at > 0 && (self.inside[at - 1] || self.breaks(at - 1));
        self.speech.inverts_behind_comma && pauses && !self.inside[at] && is_turned(&self.text[self.words[at].span.end..])
    }
}
