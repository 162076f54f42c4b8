/**
 * Words that go with many matters and so tell little of one: when it happens, how, how much, and the
 * verbs that stand before the thing. Other than filler they help to rank what was found; but whoever
 * finds only them has found nothing.
 */
const WORDS: Record<string, string> = {
  en:
    'able ago almost alone also although another any anymore anywhere apart around away back ' +
    'bad badly been before begin behind believe below best better big bigger bit both bring ' +
    'brings brought came certain change cleanly come comes coming completely constantly ' +
    'correct correctly could couple current currently day days decide did different do done ' +
    'down each earlier easily easy either else end enough entire entirely every everybody ' +
    'everyone everywhere exact exactly exist expect extra far fast find finding fine finish ' +
    'finished first five forever found four fully funny gave give given gives giving gone ' +
    'good got guess had half happen happened happening happens hard hear here hold hour hours ' +
    'however idea immediately inside keep keeping keeps kept kind known knows last lately ' +
    'later latest least leave left less likely little live long longer look looked looking ' +
    'looks lot lots main many matter mean means meant mine minute minutes moment month months ' +
    'more most mostly move much must near nearly never new next nice no nobody none normal ' +
    'normally not now nowhere off often ok okay old on one only onto onwards opened opens ' +
    'opposite other others otherwise own part per pretty probably proper properly put puts ' +
    'quick quickly quite rather ready real reason recent recently regularly rid right run ' +
    'running runs same second seeing seemed several should show showing shown shows side ' +
    'simple simply since single small some somehow somewhere sort start started starting ' +
    'starts stay stays still stop stopped stopping stops straight strange such suddenly ' +
    'supposed sure take taken takes taking tells think though three through till time times ' +
    'today together tomorrow tonight too took totally tries true turn turned turning turns ' +
    'twice two under unless until up upon use used useful user users uses using usual usually ' +
    'very wait waiting week weeks weird well went whenever where whether whichever while ' +
    'whole whose within without won wonder work worked working works would wrong year years ' +
    'yes yesterday yet',
};

/** The words of a locale's language that tell little; none where we have no list. */
export function lightWords(locale: string): Set<string> {
  return new Set(WORDS[locale.split('-')[0] ?? '']?.split(' '));
}
