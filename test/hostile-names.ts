/** Names that end the quoted text around them if they are not escaped. */
export const hostile = {
  script: '</script><script>alert(1)</script>',
  cdata: ']]><x>&amp;',
  table: 'a|b',
  ticks: '`` `a` ```',
  bidi: 'a\u202eb\u2066c',
  terminal: '\u001b[31mred\u0007',
  line: 'a\n::error::b\r\n# c',
  mention: '@everyone [x](javascript:alert(1)) <img src=x onerror=alert(1)>',
  surrogate: 'a\ud83dz\udc00',
  astral: '\u{1f984}'.repeat(20),
  long: `${'x'.repeat(2_000)}<y`,
  spaces: '  a\tb\u00a0c\u200b\ufeff  ',
} as const;
