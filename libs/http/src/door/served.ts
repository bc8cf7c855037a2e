import { IncomingMessage, ServerResponse } from 'node:http';

/** An application of Express: what it makes of each request and each answer, and what it does with them. */
type Application = {
  (request: IncomingMessage, response: ServerResponse): void;
  request: object;
  response: object;
};

/**
 * A request as Express wants it, from the start. It gives each request and answer the prototypes of its application as it
 * takes them, and V8 makes every object a form of its own whose prototype is changed: what reads such objects stays slow, and
 * their forms hold on to requests that were answered long ago. Where the prototypes are those already, nothing is changed.
 */
export class ServedRequest extends IncomingMessage {
  /** Whose it is, as Express asks it. */
  app: Application | undefined;
}

/** An answer as Express wants it, as {@link ServedRequest} is. */
export class ServedResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  /** Whose it is, as Express asks it. */
  app: Application | undefined;
}

/** Lets an application answer requests that are of this form; those of one process share it. */
export function letServe(application: Application): (request: ServedRequest, response: ServedResponse) => void {
  // an application's own add only whose they are to what Express adds to each
  Reflect.setPrototypeOf(ServedRequest.prototype, Reflect.getPrototypeOf(application.request));
  Reflect.setPrototypeOf(ServedResponse.prototype, Reflect.getPrototypeOf(application.response));
  application.request = ServedRequest.prototype;
  application.response = ServedResponse.prototype;
  return (request, response) => {
    request.app = application;
    response.app = application;
    application(request, response);
  };
}
