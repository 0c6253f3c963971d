import { languageOf, withLanguage } from '@accord/http';
import { currentTraceparent, withTrace } from '@accord/messaging';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Lets everything that a request causes know its trace and its reader's language. */
export function rememberRequestContext(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const given = request.headers.traceparent;
      withTrace(typeof given === 'string' ? given : undefined, () => {
        request.headers.traceparent = currentTraceparent();
        withLanguage(languageOf(request), done);
      });
    });
}
