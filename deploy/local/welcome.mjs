// What a newcomer reads when everything is up.

const ACCOUNTS = [
  ['post', '预警信息员', 'warning-post officer, 狮山街道'],
  ['duty', '值班员', 'duty officer, 虎丘区'],
  ['chair', '调解委员会主任', 'chair of a mediation body, 狮山街道'],
  ['mediator', '调解员', 'mediator, 狮山街道'],
  ['supervisor', '督查', 'supervisor, 苏州市'],
  ['admin', '管理员', 'administrator, 苏州市'],
];

/** Prints the address, the accounts and where things are. */
export function sayReady({ options, secrets, fresh, brokers, seconds, demoPassword }) {
  const lines = [
    '',
    `Accord 和鸣 is ready in ${seconds.toFixed(1)} s:  http://localhost:${options.port}`,
    '',
    brokers === null
      ? 'Events run on the embedded transport, a log in PostgreSQL for one machine. For Apache Kafka: npm start -- --kafka'
      : `Events run on Apache Kafka at ${brokers}.`,
    `Data and logs are in ${options.data}. Ctrl+C stops everything.`,
    '',
  ];
  if (options.empty) {
    lines.push(
      fresh
        ? `Sign in as admin with the one-time password ${secrets.oneTimePassword}; you will choose your own.`
        : 'Sign in as before; the one-time password was shown at the first start.',
    );
  } else {
    lines.push(
      `Demo accounts, password ${demoPassword}:`,
      ...ACCOUNTS.map(([name, zh, en]) => `  ${name.padEnd(11)}${zh}\t${en}`),
    );
  }
  console.log(lines.join('\n'));
  process.send?.({ ready: true });
}
