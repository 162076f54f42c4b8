import type { Messages } from './en.ts';
import { plural } from './plural.ts';

/** What authors and staff read about how the help center does. */
export const insights: Messages['insights'] = {
  title: 'Auswertungen',
  pages: 'Seiten der Auswertungen',
  overview: 'Überblick',
  articles: 'Artikel',
  comments: 'Kommentare',
  mine: 'Meine Artikel',
  searches: 'Suchen',
  gaps: 'Lücken',
  community: 'Zustand der Community',
  satisfaction: 'Zufriedenheit',
  freshness: 'Aktualität',
  missing: 'Fehlende Seiten',
  measuresPage: 'Was gemessen wird und wie',
  notForYou: 'Die Auswertungen sind für Redaktion, Moderation und Leitung.',
  period: 'Zeitraum',
  periods: {
    week: 'Letzte 7 Tage',
    month: 'Letzte 28 Tage',
    quarter: 'Letzte 13 Wochen',
    year: 'Letzte 52 Wochen',
  },
  language: 'Sprache der Seite',
  everyLanguage: 'Alle Sprachen',
  show: 'Zeigen',
  days: (from: string, to: string) => `${from} bis ${to}`,
  asOf: (moment: string) => `Gezählt bis ${moment} (UTC).`,
  notCounted: 'Noch ist nichts gezählt. Gezählt wird jede Viertelstunde.',
  nothing: 'In diesem Zeitraum gibt es hier nichts.',
  exportAs: 'Diese Tabelle als',
  ofAll: (count: string, n: string) => `${count} von ${n}`,
  interval: (low: string, high: string) => `${low} bis ${high}`,
  none: 'noch keine',
  how: (measure: string) => `Wie „${measure}“ gemessen wird`,
  table: 'Die Zahlen als Tabelle',
  state: 'Stand',
  states: { new: 'Neu', planned: 'Geplant', fixed: 'Behoben', dismissed: 'Verworfen' },
  note: 'Notiz',
  save: 'Speichern',
  visits: (n: number) => plural('de', n, { one: `${n} Besuch`, other: `${n} Besuche` }),
  people: (n: number) => plural('de', n, { one: `${n} Person`, other: `${n} Personen` }),
  measures: {
    views: {
      name: 'Aufrufe',
      meaning:
        'Besuche, in denen ein Artikel zu sehen war, gleich wie oft er in einem geöffnet wurde.',
    },
    reads: {
      name: 'Lesebesuche',
      meaning:
        'Besuche, in denen ein Artikel mindestens 10 Sekunden lang zu sehen war oder Rückmeldung bekam.',
    },
    helpfulness: {
      name: 'Nützlichkeit',
      meaning:
        'Von allen, die bei einem Text eines Artikels auf „Hat das Ihre Frage beantwortet?“ geantwortet haben, der Anteil derer, die Ja sagten. Jede Person zählt einmal, mit ihrer letzten Antwort; ändern sich 5\u00a0% der Wörter oder mehr, beginnt eine neue Zählung.',
    },
    'edit-verdict': {
      name: 'Urteil über die Änderung',
      meaning:
        'Ob der Text nach einer Änderung nützlicher gefunden wird als davor: besser oder schlechter, wenn das 95-%-Intervall des Unterschieds ganz auf einer Seite der Null liegt, sonst noch ohne Beleg.',
    },
    'failed-deflections': {
      name: 'Gescheiterte Deflections',
      meaning:
        'Nach wie vielen Lesebesuchen eines Artikels dieselbe Person binnen 24 Stunden eine Frage stellte oder dem Team schrieb.',
    },
    'self-service-rate': {
      name: 'Selbsthilfequote',
      meaning:
        'Auf wie viele der Besuche, in denen etwas gelesen wurde, binnen 24 Stunden weder Frage noch Anfrage folgte. Wer still aufgegeben hat, zählt hier mit.',
    },
    'search-success': {
      name: 'Sucherfolg',
      meaning:
        'Bei wie vielen der Besuche mit einer Suche die letzte gute Treffer hatte und einer davon geöffnet wurde.',
    },
    'search-misses': {
      name: 'Erfolglose Suchen',
      meaning:
        'Wie viele aller Suchen keinen guten Treffer hatten oder Treffer, von denen in dem Besuch keiner geöffnet wurde. Dieselbe Suche zählt in einem Besuch einmal.',
    },
    'click-rank': {
      name: 'Klickrang',
      meaning:
        'An welcher Stelle der Liste der Treffer stand, der in einem Besuch zuerst geöffnet wurde, als Anteil der ersten drei Plätze.',
    },
    'form-funnel': {
      name: 'Deflection an den Formularen',
      meaning:
        'Wie die Besuche endeten, in denen ein Formular geöffnet wurde. Gesendet: binnen 24 Stunden. Bestätigt: Jemand sagte, ein Vorschlag habe es gelöst. Vermutet: Ein Vorschlag wurde geöffnet und nichts gesendet. Unbekannt: der Rest. Sie werden nie zusammengezählt.',
    },
    'answered-share': {
      name: 'Beantwortete Fragen',
      meaning:
        'Wie viele der im Zeitraum gestellten Fragen inzwischen jemand anderes beantwortet hat.',
    },
    'first-answer-time': {
      name: 'Zeit bis zur ersten Antwort',
      meaning:
        'Von der Frage bis zur ersten Antwort von jemand anderem, rund um die Uhr gerechnet: die Zeit, nach der die Hälfte und nach der neun von zehn beantwortet sind. Offene Fragen zählen als wartend (Kaplan-Meier).',
    },
    'acceptance-time': {
      name: 'Zeit bis zur akzeptierten Antwort',
      meaning:
        'Von der Frage bis dahin, wo die Antwort akzeptiert wurde, die noch als akzeptiert gilt; offene Fragen zählen als wartend (Kaplan-Meier).',
    },
    'first-contact-resolution': {
      name: 'Erstlösungsquote',
      meaning: 'Bei wie vielen der beantworteten Fragen die erste Antwort akzeptiert wurde.',
    },
    csat: {
      name: 'Zufriedenheit (CSAT)',
      meaning:
        'Von allen, die beim Akzeptieren einer Antwort oder nach dem Abschluss ihrer Anfrage sagten, wie zufrieden sie von 1 bis 5 sind, der Anteil mit 4 oder 5.',
    },
    ces: {
      name: 'Einfachheit (CES)',
      meaning:
        'Von allen, die von 1 bis 7 sagten, wie sehr sie zustimmen, dass es einfach war, das zu lösen, der Anteil mit 5, 6 oder 7.',
    },
    freshness: {
      name: 'Aktualität',
      meaning:
        'Wie viele der Lesebesuche von Artikeln mit Prüftermin nicht nach diesem Termin lagen.',
    },
  },
  definitions: {
    intro:
      'Wie jede Zahl entsteht. Bei jedem Anteil stehen seine Anzahlen und sein 95-%-Intervall (Wilson); unter zehn Fällen gibt es nur die Anzahlen. Ein Besuch ist alles, was jemand ohne Pause von mehr als 30 Minuten tut; Programme und alle, die nicht gezählt werden wollen, kommen in keiner Zahl vor.',
    shownOn: 'Zu sehen unter',
    counted: {
      views: 'Besuche, in denen der Artikel zu sehen war',
      reads: 'Besuche mit 10\u00a0s Sichtbarkeit oder mit Rückmeldung',
      helpfulness: 'Ja / (Ja + Nein), je Text',
      'edit-verdict': '95-%-Intervall von (Anteil danach − Anteil davor), Newcombe',
      'failed-deflections':
        'Lesebesuche, auf die binnen 24\u00a0h Frage oder Anfrage folgte / Lesebesuche',
      'self-service-rate':
        'Besuche mit Gelesenem, ohne Frage oder Anfrage binnen 24\u00a0h / Besuche mit Gelesenem',
      'search-success':
        'Besuche, deren letzte Suche gut war und zu einem Klick führte / Besuche mit einer Suche',
      'search-misses':
        '(nichts gefunden + nur Teile gefunden + gut und nicht geöffnet) / alle Suchen',
      'click-rank': 'erste Klicks auf Platz 1, 2 oder 3 / Besuche mit einem Klick',
      'form-funnel': 'bestätigt | vermutet | unbekannt | gesendet, je / Besuche beim Formular',
      'answered-share': 'von anderen beantwortete Fragen / gestellte Fragen',
      'first-answer-time': 'Median und 90. Perzentil nach Kaplan-Meier',
      'acceptance-time': 'Median und 90. Perzentil nach Kaplan-Meier',
      'first-contact-resolution':
        'Fragen, deren erste Antwort akzeptiert wurde / beantwortete Fragen',
      csat: 'Antworten mit 4 oder 5 / alle Antworten (1 bis 5)',
      ces: 'Antworten mit 5, 6 oder 7 / alle Antworten (1 bis 7)',
      freshness: 'Lesebesuche bis zum Prüftermin / Lesebesuche von Artikeln mit Prüftermin',
    },
    pitfall: {
      views: 'Ein Aufruf sagt, dass jemand kam, nicht, dass das Gesuchte gefunden wurde.',
      reads: 'Zehn Sekunden auf dem Bildschirm können zehn Sekunden Wegsehen sein.',
      helpfulness:
        'Nur wenige stimmen ab, und sie sind nicht wie die anderen: Vergleichen Sie einen Artikel mit sich selbst.',
      'edit-verdict':
        'Nach der Änderung kamen andere Leser als davor: Ein Urteil ist ein starker Hinweis, kein Beweis.',
      'failed-deflections':
        'Wer uns schreibt, hat vielleicht mehrere Artikel gelesen, und es zählt gegen jeden; vielleicht lag es an keinem.',
      'self-service-rate': 'Wer aufgibt, sieht hier aus wie jemand, dem geholfen wurde.',
      'search-success': 'Ein geöffneter Treffer muss nicht der richtige gewesen sein.',
      'search-misses':
        'Manchmal steht die Antwort schon in der Liste der Treffer, und niemand muss einen öffnen.',
      'click-rank':
        'Geöffnet wird, was oben steht; ein guter Rang lobt die Reihenfolge nur, solange dort das Gesuchte steht.',
      'form-funnel':
        'Eine vermutete Lösung ist geraten; nur die bestätigten hat jemand ausgesprochen.',
      'answered-share': 'Neue Fragen hatten weniger Zeit, beantwortet zu werden.',
      'first-answer-time': 'Die Uhr läuft auch nachts und an Feiertagen.',
      'acceptance-time':
        'Vielen ist geholfen, und sie sagen es nie: Ihre Fragen warten hier für immer.',
      'first-contact-resolution':
        'Wo niemand etwas akzeptiert, ist nichts gelöst, so gut die Antworten auch sind.',
      csat: 'Wenige antworten, und der Zufall hat sie nicht ausgewählt: Achten Sie darauf, wie viele gefragt wurden, und lesen Sie die niedrigen Werte.',
      ces: 'Es geht um den ganzen Weg zur Lösung, nicht um einen Artikel.',
      freshness:
        'Sie vertraut den Prüfterminen: Ein Artikel ohne Termin kommt in keiner der beiden Zahlen vor.',
    },
  },
  changes: {
    title: 'Anders gesagt',
    intro:
      'Was in den zwei Minuten eingegeben wurde, nachdem nichts zum Öffnen dabei war. Wo die zweite Fassung weiterführte, sollte die erste ein Synonym oder ein Stichwort werden.',
    first: 'Zuerst eingegeben',
    opened: 'Dann einen Treffer geöffnet',
  },
  gapsPage: {
    intro:
      'Artikel, die zu fehlen scheinen: was ohne guten Treffer gesucht und was gefragt und von keinem Artikel beantwortet wurde, nach dem Sinn zusammengefasst. Was die meisten vermissen, steht oben.',
    gap: 'Fehlender Artikel',
    peopleHead: 'Personen',
    evidence: 'Was dafür spricht',
    search: (query: string, missed: string) => `„${query}“ vergeblich gesucht: ${missed}`,
    why: { unanswered: 'nicht beantwortet', 'no-article': 'ohne Artikel gelöst' },
    start: 'Einen Artikel beginnen',
    startHow:
      'Um einen Artikel zu beginnen, legen Sie eine Datei im Inhaltsordner an. Aus gelösten Fragen macht dieser Befehl Entwürfe zum Durchsehen, mit der Antwort und dem Namen der Person, die sie schrieb:',
    from: 'Aus dieser Antwort:',
    more: (n: number) => plural('de', n, { one: 'und eine weitere', other: `und ${n} weitere` }),
    onlyFirst: (shown: string, all: string) => `Die ersten ${shown} von ${all}.`,
  },
  missingPage: {
    intro:
      'Adressen, die jemand aufgerufen hat und die es nicht gibt. Eine Weiterleitung führt die Nächsten zum richtigen Artikel.',
    address: 'Adresse',
    visitsHead: 'Besuche',
    from: 'Kam von',
    last: 'Zuletzt aufgerufen',
    proposal: 'Weiterleitung',
    propose: (title: string) => `Weiterleitung zu „${title}“ vorschlagen`,
    proposed: (path: string) => `Vorgeschlagen: ${path}`,
    leadsTo: (path: string) => `Führt inzwischen zu ${path}.`,
    noProposal: 'Kein Artikel kommt ihr nahe.',
    proposeHow:
      'Vorschläge bleiben hier, bis dieser Befehl sie als redirectFrom in die Artikel schreibt, wo Sie sie durchsehen und committen:',
  },
  ownerMail: {
    subject: 'Ihre Artikel in dieser Woche',
    intro: (name: string, from: string, to: string) =>
      `Hallo ${name}, das haben Leserinnen und Leser vom ${from} bis zum ${to} zu Ihren Artikeln gesagt und mit ihnen getan.`,
    worthDoing: 'Das lohnt sich zuerst:',
    toDo: {
      worse: (title: string, _n: number, _query: string) =>
        `„${title}“ kommt seit der letzten Änderung schlechter an: Sehen Sie nach, was geändert wurde`,
      review: (title: string, n: number, _query: string) =>
        `„${title}“ ist zur Durchsicht fällig (in dieser Woche ${n}-mal gelesen)`,
      failed: (title: string, n: number, _query: string) =>
        plural('de', n, {
          one: `Nach „${title}“ musste eine Person nachfragen: Schreiben Sie hinein, was ihr fehlte`,
          other: `Nach „${title}“ mussten ${n} Personen nachfragen: Schreiben Sie hinein, was ihnen fehlte`,
        }),
      search: (title: string, n: number, query: string) =>
        `„${query}“ wurde ${n}-mal vergeblich gesucht: Passt es als Stichwort zu „${title}“?`,
      comments: (title: string, n: number, _query: string) =>
        plural('de', n, {
          one: `Zu „${title}“ gibt es einen neuen Kommentar: Lesen Sie ihn`,
          other: `Zu „${title}“ gibt es ${n} neue Kommentare: Lesen Sie sie`,
        }),
    },
    verdicts: 'Urteile über Ihre Änderungen:',
    verdict: {
      better: (title: string) => `„${title}“ hilft mehr als vorher`,
      worse: (title: string) => `„${title}“ hilft weniger als vorher`,
    },
    articles: 'Artikel für Artikel:',
    article: (title: string, parts: string) => `${title}: ${parts}`,
    parts: {
      between: '; ',
      votes: (share: string) => `Ja sagten ${share}`,
      comments: (n: string) => `Kommentare: ${n}`,
      followed: (share: string) => `Lesebesuche, auf die eine Frage oder Anfrage folgte: ${share}`,
    },
    more: (n: number) =>
      plural('de', n, {
        one: 'Ein weiterer Artikel steht auf der Website.',
        other: `${n} weitere stehen auf der Website.`,
      }),
    comments: 'Was geschrieben wurde:',
    commentOn: (title: string) => `Zu „${title}“:`,
    misses: 'Von einigen vergeblich gesucht, während andere bei Ihren Artikeln ankamen:',
    miss: (query: string, missed: string, title: string) => `„${query}“ (${missed}): „${title}“`,
    reviews: 'Wieder durchzusehen:',
    review: (title: string, date: string) => `„${title}“, bis zum ${date}`,
    all: 'Alle Ihre Artikel',
    why: 'Sie bekommen diese E-Mail einmal in der Woche, weil authors.yml Sie als zuständig für Artikel nennt. Wenn nichts geschah, kommt keine.',
    choice: {
      title: 'Die wöchentliche E-Mail über Ihre Artikel',
      weekly: 'Montags eine E-Mail darüber, was Leserinnen und Leser über meine Artikel sagten',
    },
  },
  satisfactionPage: {
    intro:
      'Was in den zwei kurzen Umfragen gesagt wurde. Sie fragen einmal, wenn alles vorbei ist: wie zufrieden jemand ist und ob es einfach war.',
    says: {
      csat: (share: string) => `Zufrieden, mit 4 oder 5 von 5: ${share}.`,
      ces: (share: string) => `Fanden es einfach, mit 5, 6 oder 7 von 7: ${share}.`,
    },
    good: { csat: '4 und 5', ces: '5 bis 7' },
    beforeWas: (share: string) => `Im Zeitraum davor: ${share}`,
    before: 'Der Zeitraum davor',
    askedWhen: 'Wann gefragt wurde',
    allMoments: 'Alle',
    moments: {
      accepted: 'Eine Antwort wurde akzeptiert',
      'contact-closed': 'Eine Anfrage wurde abgeschlossen',
      solved: 'Ein Vorschlag hat es gelöst',
    },
    answered: 'Von den Gefragten',
    notKnown: 'nicht bekannt',
    low: 'Niedrige Werte',
    lowIntro:
      'Hinter jedem steht eine Geschichte: 1 und 2 von 5 und 1 bis 3 von 7, mit dem, wozu sie gegeben wurden.',
    when: 'Zeit',
    measure: 'Maß',
    score: 'Wert',
    occasion: 'Anlass',
  },
  communityPage: {
    intro: 'Wie bald Fragen beantwortet werden, von wem, und wie viele sich selbst helfen.',
    times: 'Wie lange gewartet wird',
    time: 'Worauf',
    cases: 'Warten nicht mehr',
    median: 'Die Hälfte wartet höchstens',
    p90: 'Neun von zehn höchstens',
    tooFew: 'zu wenige Fragen',
    stillWaiting: 'noch nicht: zu viele warten',
    open: 'über die Beobachtung hinaus',
    noAnswer: 'noch keine Antwort',
    noAcceptance: 'noch nichts akzeptiert',
    curveSays: (half: string) => `Bis die Hälfte der Fragen eine Antwort hat, dauert es ${half}.`,
    curveSaysOpen: 'Weniger als die Hälfte der Fragen hat eine Antwort.',
    after: 'Vergangene Zeit',
    waiting: 'Warten noch',
    weeks: 'Fragen und Antworten je Woche',
    weeksSay: (questions: string, answers: string) =>
      `Fragen: ${questions}. Antworten von anderen: ${answers}.`,
    weekFrom: 'Woche ab',
    questions: 'Fragen',
    answers: 'Antworten',
    unanswered: 'Ganz ohne Antwort',
    unansweredSays: (n: number) =>
      plural('de', n, {
        one: 'Eine Frage hat noch gar keine Antwort.',
        other: `${n} Fragen haben noch gar keine Antwort, die ältesten zuerst.`,
      }),
    allAnswered: 'Jede Frage hat eine Antwort.',
    question: 'Frage',
    category: 'Kategorie',
    asked: 'Gestellt',
    haveIt: 'Mitglieder, die sie haben',
    answerers: 'Wer antwortet',
    member: 'Mitglied',
    accepted: 'Akzeptiert',
    byCategory: 'Nach Kategorien',
    channels: 'Andere Wege zu Menschen',
    channelsIntro:
      'Besuche, die einen der Wege nahmen, die auf jeder Seite stehen: eine Nummer, eine Adresse, einen Chat, die Statusseite. Was daraus wurde, sieht das Produkt nicht.',
    channel: 'Weg',
    channelVisits: 'Besuche',
    funnels: 'Was aus geöffneten Formularen wurde',
    funnelsIntro:
      'Vier Ausgänge, die nie zusammengezählt werden: Nur die bestätigten Lösungen hat jemand ausgesprochen.',
    forms: { ask: 'Das Formular für Fragen', contact: 'Das Formular für Anfragen' },
    funnelSays: {
      ask: (opened: string, confirmed: string, posted: string) =>
        `Von ${opened} Besuchen brachten ${confirmed} eine bestätigte Lösung durch einen Vorschlag und ${posted} eine Frage.`,
      contact: (opened: string, confirmed: string, posted: string) =>
        `Von ${opened} Besuchen brachten ${confirmed} eine bestätigte Lösung durch einen Vorschlag und ${posted} eine Nachricht an uns.`,
    },
    ends: {
      confirmed: 'Bestätigt',
      implied: 'Vermutet',
      unknown: 'Unbekannt',
      posted: 'Gesendet',
    },
    opened: 'Besuche',
    suggested: 'Vorschläge gezeigt',
    suggestionOpened: 'Vorschlag geöffnet',
    selfServiceSays: (share: string) =>
      `Besuche, in denen gelesen wurde und keine Frage nötig war: ${share}.`,
  },
  topic: 'Was gesucht wurde',
  missedIn: 'Vergeblich',
  searchesIntro:
    'Was vergeblich gesucht wurde, nach dem Sinn zusammengefasst. Eine erfolglose Suche verlangt nach einem Stichwort, einem besseren Titel oder einem neuen Artikel.',
  why: 'Warum',
  nothingFound: (n: string) => `nichts antwortet: ${n}`,
  partly: (n: string) => `fraglich: ${n}`,
  unopened: (n: string) => `nichts geöffnet: ${n}`,
  thenTyped: 'Danach eingegeben',
  opened: 'Geöffnet',
  alsoTyped: (n: number) =>
    plural('de', n, {
      one: 'und eine weitere Fassung',
      other: `und ${n} weitere Fassungen`,
    }),
  parts: 'Teile der Liste',
  partOf: (first: string, last: string, total: string) => `${first} bis ${last} von ${total}`,
  partBefore: 'Vorige',
  partAfter: 'Nächste',
  owner: 'Zuständig',
  everyOwner: 'Alle',
  nobody: 'niemand',
  category: 'Kategorie',
  everyCategory: 'Alle Kategorien',
  article: 'Artikel',
  removed: 'nicht mehr veröffentlicht',
  commentsHead: 'Kommentare',
  sortedBy: 'Reihenfolge:',
  sorts: {
    need: 'Was Arbeit braucht',
    helpful: 'Nützlichste zuerst',
    reads: 'Meistgelesene zuerst',
    failed: 'Meiste gescheiterte Deflections zuerst',
  },
  verdicts: { better: 'Besser', worse: 'Schlechter', 'no evidence yet': 'Noch ohne Beleg' },
  articlesIntro:
    'Was Leser über den jetzigen Text jedes Artikels sagen und wer im Zeitraum kam. „Was Arbeit braucht“ ordnet nach dem oberen Ende des Intervalls: Ein Artikel steht weit oben, wenn auch die freundlichste Lesart seiner Stimmen schlecht ist.',
  mineIntro: (name: string) =>
    `Die Artikel, die ${name} betreut; die am meisten Arbeit brauchen, stehen oben.`,
  ownsNothing: 'Sie betreuen noch keinen Artikel.',
  ownsNothingHow:
    'Sie betreuen einen Artikel, wenn sein Kopf (Front Matter) Sie als owner nennt und authors.yml sagt, dass Sie das sind: mit der Adresse Ihres Kontos oder mit Ihrem Kürzel. Bitten Sie die Leute, die den Inhaltsordner pflegen, Sie einzutragen.',
  ownersHow: 'Wie Zuständige genannt werden',
  ownsWithout: 'Nichts von Ihnen in dieser Sprache oder Kategorie.',
  answers: { yes: 'Ja', no: 'Nein' },
  earlierText: 'zu einem früheren Text',
  aboutSection: (section: string) => ` zu „${section}“`,
  everyState: 'Alle',
  saved: 'Gespeichert.',
  commentsIntro:
    'Was Leser unter Artikel geschrieben haben, das Neueste zuerst. Stand und Notiz sagen, was daraus wurde; über Kommentare zu ihren Artikeln entscheiden die Zuständigen, über alle die Moderation.',
  points: (points: string, low: string, high: string) =>
    `${points} Prozentpunkte (${low} bis ${high})`,
  articlePage: {
    read: 'Artikel lesen',
    edit: 'Seine Datei bearbeiten',
    about: (owner: string) => `Zuständig: ${owner}.`,
    reviewBy: (day: string) => `Wieder zu prüfen bis zum ${day}.`,
    removed: 'Dieser Artikel ist nicht mehr veröffentlicht. Seine Zahlen bleiben.',
    helpfulness: 'Nützlichkeit im Lauf der Zeit',
    helpfulSays: (share: string, since: string) =>
      `Von allen Stimmen zum jetzigen Text, den es seit dem ${since} gibt, sagten Ja: ${share}.`,
    noVotes: 'Über den jetzigen Text hat noch niemand abgestimmt.',
    howDrawn:
      'Ein Punkt ist der Anteil der Ja in den Wochen, die seine Linie umfasst, mit je zehn Stimmen oder mehr; die senkrechte Linie durch ihn ist das 95-%-Intervall. Eine gepunktete Linie ist eine Änderung, mit der eine neue Zählung begann.',
    tooFew:
      'In diesem Zeitraum hat kein Text zehn Stimmen: Ein Anteil gäbe vor, mehr zu wissen, als er weiß; deshalb stehen hier die Anzahlen.',
    weeks: 'Wochen',
    text: 'Text',
    firstText: 'Erster Text',
    editNumber: (n: string) => `Änderung ${n}`,
    edits: 'Was die Änderungen bewirkt haben',
    editsNone:
      'Bisher gibt es einen Text. Sobald sich 5\u00a0% der Wörter oder mehr ändern, werden hier der Text davor und der Text danach verglichen.',
    before: 'Davor',
    after: 'Danach',
    difference: 'Unterschied',
    patience: (n: string) =>
      `Stimmen seither: ${n}. Noch lassen sich die beiden Texte nicht unterscheiden; mehr Stimmen werden es zeigen.`,
    sections: 'Was Leser sagen, nach Abschnitten',
    wholeArticle: 'Der ganze Artikel',
    sectionGone: (id: string) => `${id} (gibt es nicht mehr)`,
    times: (name: string, n: string) => `${name} ${n}`,
    nobodySaid: 'In diesem Zeitraum hat niemand einen Grund genannt oder kommentiert.',
    reasonsAs: 'Die Gründe als',
    commentsAs: 'Die Kommentare als',
    searches: 'Suchen, die hierher führten',
    searched: 'Gesucht',
    visits: 'Besuche',
    next: 'Was Leser danach taten',
    nextSays: (n: string) =>
      `Nachdem sie ihn in einem Besuch zuletzt angesehen hatten, in ${n} Besuchen.`,
    nextStep: 'Danach',
    share: 'Anteil',
    nextSteps: {
      article: 'Ein anderer Artikel',
      search: 'Gesucht',
      channel: 'Einen anderen Weg zu Hilfe gewählt',
      ask: 'Das Formular für Fragen geöffnet',
      contact: 'Das Formular für Anfragen geöffnet',
      left: 'Gegangen, oder nichts mehr, was festgehalten wird',
    },
    escalations: 'Nach dem Lesen gefragt oder geschrieben',
    escalationsSays:
      'Fragen und Anfragen von Besuchern, die in den 24 Stunden davor diesen Artikel gelesen hatten. Es kann darin um etwas anderes gehen.',
    request: 'Eine Anfrage an das Team',
    questionGone: 'Eine Frage, die es nicht mehr gibt',
    readingTime: 'Lesezeit und Länge',
    readingSays: (median: string) =>
      `In der Hälfte der Aufrufe war der Artikel ${median} oder länger zu sehen.`,
    readingBeyond: (seconds: string) =>
      `In mehr als der Hälfte der Aufrufe war der Artikel ${seconds} oder länger zu sehen.`,
    readingNeed: (words: string, time: string, speed: string) =>
      `Wer alle ${words} Wörter liest, braucht etwa ${time}, bei ${speed} Wörtern in der Minute.`,
    allWords: 'Alle Wörter gelesen',
    seconds: (from: string, to: string) => `${from} bis ${to}`,
    secondsOver: (from: string) => `${from} oder länger`,
    visible: 'Zu sehen',
    readers: 'Leser je Woche',
    readersSays: (views: string, reads: string) =>
      `Aufrufe: ${views}, davon Lesebesuche: ${reads}.`,
    week: 'Woche ab',
    views: 'Aufrufe',
    reads: 'Lesebesuche',
    failed: 'Danach gefragt oder geschrieben',
  },
  freshnessPage: {
    says: (overdue: number, lost: string) =>
      plural('de', overdue, {
        one: `Bei einem Artikel ist die Prüfung überfällig; nach seinem Termin wurde er ${lost}-mal gelesen.`,
        other: `Bei ${overdue} Artikeln ist die Prüfung überfällig; nach ihren Terminen wurden sie ${lost}-mal gelesen.`,
      }),
    reviewBy: 'Zu prüfen bis',
    lost: 'Nach dem Termin gelesen',
    reads: 'Lesebesuche',
    overdue: 'Überfällig',
    noneOverdue: 'Kein Artikel ist überfällig.',
    due: (days: number) => `In den nächsten ${days} Tagen fällig`,
    noneDue: 'Kein Artikel ist fällig.',
    undated: 'Ohne Termin',
    noneUndated: 'Jeder Artikel hat einen Termin.',
    byOwner: 'Nach Zuständigen',
  },
  tellReaders: (n: number) =>
    plural('de', n, {
      one: 'Ist es behoben oder verworfen, mit dieser Notiz der Person Bescheid sagen, die ihre Adresse hinterlassen hat',
      other: `Ist es behoben oder verworfen, mit dieser Notiz den ${n} Personen Bescheid sagen, die ihre Adresse hinterlassen haben`,
    }),
  overviewPage: {
    first: 'Was zuerst zu tun ist',
    nothingFirst:
      'Nichts fällt auf: Kein Artikel schneidet belegbar schlechter ab als die anderen, und niemand wartet auf etwas, das hier bekannt ist.',
    tasks: {
      unhelpful: (people: string, n: string) =>
        `${people} von ${n} sagen, dass er ihre Frage nicht beantwortet hat; das ist schlechter als bei den anderen Artikeln.`,
      failed: (people: string, n: string) =>
        `Nach ${people} von ${n} Lesebesuchen wurde binnen eines Tages gefragt oder dem Team geschrieben; das ist mehr als nach anderen Artikeln.`,
      overdue: (people: string, n: string) =>
        `Seine Prüfung ist überfällig, und ${people} von ${n} Lesebesuchen in diesem Zeitraum kamen nach dem Termin.`,
      gap: (people: string) =>
        `Das wurde ${people}-mal vergeblich gesucht oder gefragt, und kein Artikel beantwortet es.`,
      missingPage: (people: string) =>
        `Besuche, die diese Adresse suchten: ${people}. Dort ist nichts.`,
      questions: 'Fragen, die niemand beantwortet hat',
      unanswered: (n: number, people: string) =>
        plural('de', n, {
          one: `Eine Frage aus diesem Zeitraum wartet auf eine Antwort. Personen, die sie auch haben: ${people}.`,
          other: `${n} Fragen aus diesem Zeitraum warten auf eine Antwort. Personen, die sie auch haben: ${people}.`,
        }),
    },
    changes: {
      week: 'Was sich in dieser Woche geändert hat',
      month: 'Was sich in diesen vier Wochen geändert hat',
      quarter: 'Was sich in diesen 13 Wochen geändert hat',
      year: 'Was sich in diesen 52 Wochen geändert hat',
    },
    nothingChanged:
      'Kein Maß hat sich um mehr geändert, als der Zufall erklärt, und es gibt kein neues Urteil.',
    verdicts: 'Neue Urteile über Änderungen',
    misses: 'Vergeblich gesucht, und vorher nicht',
    all: 'Alle Maße',
    allHow:
      'Dieser Zeitraum gegen ebenso viele Tage davor. Besser oder schlechter heißt es nur, wo das 95-%-Intervall des Unterschieds die Null nicht enthält; von zwanzig solchen Intervallen kann das eines durch Zufall tun.',
    measure: 'Maß',
    now: 'Dieser Zeitraum',
    before: 'Davor',
    verdict: 'Beleg',
    parts: {
      'ask-confirmed': 'Fragen: bestätigt',
      'ask-implied': 'Fragen: vermutet',
      'ask-unknown': 'Fragen: unbekannt',
      'ask-posted': 'Fragen: gesendet',
      'contact-confirmed': 'An das Team: bestätigt',
      'contact-implied': 'An das Team: vermutet',
      'contact-unknown': 'An das Team: unbekannt',
      'contact-posted': 'An das Team: gesendet',
      median: 'Die Hälfte wartet höchstens',
      p90: 'Neun von zehn höchstens',
    },
  },
  decide: {
    target: 'Adresse auf dieser Website, zu der weitergeleitet wird',
    noteTooLong: (most: number) => `Eine Notiz hat höchstens ${most} Zeichen.`,
    targetShape:
      'Die Zieladresse beginnt mit genau einem Schrägstrich, etwa /articles/using/invite.',
  },
};
