import type {Level} from './finding.js';
import type {GroupedFinding} from './run-checks.js';

/** The report for people. @param isVerbose shows what is as it should be, too */
export function textReport(url: string, findings: readonly GroupedFinding[], isVerbose: boolean): string {
  const lines = findings.flatMap(({level, group, rule, came, wanted, source}) => {
    if (level === 'ok') return isVerbose ? [`ok       ${group}: ${rule}`] : [];
    return [
      `${level.padEnd(9)}${group}: ${rule}`,
      `         came    ${came}`,
      `         wanted  ${wanted}`,
      `         source  ${source}`,
    ];
  });
  const {error, warning, ok} = countLevels(findings);
  return [
    url,
    '',
    ...lines,
    ...(lines.length ? [''] : []),
    `${counted(error, 'error')}, ${counted(warning, 'warning')}, ${ok} as wanted`,
  ].join('\n');
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export function countLevels(findings: readonly GroupedFinding[]): Record<Level, number> {
  const counts = {error: 0, warning: 0, ok: 0};
  for (const {level} of findings) counts[level] += 1;
  return counts;
}
