/**
 * CloudEvents 1.0 in binary mode: attributes are headers, the value is the payload. `aggregateversion` is an extension of
 * ours; the names of extensions are lower-case letters and digits only.
 */
export const CloudEventHeader = {
  specVersion: 'ce_specversion',
  id: 'ce_id',
  type: 'ce_type',
  source: 'ce_source',
  subject: 'ce_subject',
  time: 'ce_time',
  dataSchema: 'ce_dataschema',
  aggregateVersion: 'ce_aggregateversion',
  contentType: 'content-type',
  traceparent: 'traceparent',
} as const;

export const CLOUD_EVENTS_VERSION = '1.0';
