/** Languages that most people here and elsewhere speak (ISO 639). */
export const spokenLanguages: readonly string[] =
  "ar bg bn bs ca cs da de el en es et fa fi fr ga gu he hi hr hu id is it ja ko ku lt lv mk ms nl no pa pl ps pt ro ru sk sl so sq sr sv sw ta th ti tl tr uk ur vi yi yo zh zu".split(
    " ",
  );
