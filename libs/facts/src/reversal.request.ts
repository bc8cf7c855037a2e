import { TextField } from '@ayni/http/fields';

export class ReversalRequest {
  @TextField(500, { description: 'why it is taken back; it stays on the books' })
  reason!: string;
}
