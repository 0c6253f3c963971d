import { join } from 'node:path';
import { isKafka4 } from './kafka-programs.mjs';

/**
 * The settings of one broker that is its own controller. Topics are made by those who use them, never by a typing error;
 * the internal topics have one replica, because there is one broker.
 * @param {{ folder: string, port: number, controllerPort: number, settings: Record<string, string> }} where
 * @returns {string}
 */
export function serverProperties({ folder, port, controllerPort, settings }) {
  return lines({
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': join(folder, 'log'),
    'auto.create.topics.enable': 'false',
    'default.replication.factor': '1',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '4',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'transaction.state.log.num.partitions': '1',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    // A group that starts has its partitions at once; the default waits three seconds for more members.
    'group.initial.rebalance.delay.ms': '0',
    // The group's session is 6 s; the broker's lower bound is 6 s by default, and tests of a takeover use less.
    'group.min.session.timeout.ms': '1000',
    // After kill -9 the controller takes the broker for alive, and refuses it, until its session ends; the default is 9 s.
    'broker.session.timeout.ms': '2000',
    'broker.heartbeat.interval.ms': '500',
    ...settings,
  });
}

/** Warnings and worse, to the console, which is the broker's log file. @param {string} version @returns {string} */
export function loggingProperties(version) {
  const pattern = '%d %p %m (%c)%n';
  return isKafka4(version)
    ? lines({
        'appender.console.type': 'Console',
        'appender.console.name': 'console',
        'appender.console.layout.type': 'PatternLayout',
        'appender.console.layout.pattern': pattern,
        'rootLogger.level': 'warn',
        'rootLogger.appenderRef.console.ref': 'console',
      })
    : lines({
        'log4j.rootLogger': 'WARN, console',
        'log4j.appender.console': 'org.apache.log4j.ConsoleAppender',
        'log4j.appender.console.layout': 'org.apache.log4j.PatternLayout',
        'log4j.appender.console.layout.ConversionPattern': pattern,
      });
}

/** As java.util.Properties reads it: a backslash in a Windows path would be an escape. */
const lines = (settings) =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value.replaceAll('\\', '/')}\n`)
    .join('');
