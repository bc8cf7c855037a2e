import { Get, Header, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { found, PICTURE_DOTS_MAX } from '@ayni/kernel';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import { holdsOffice, type Principal, type Role } from '@ayni/http/auth/principal';
import { BringsFile, BroughtFile } from '@ayni/http/brought-file';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { CommandDone } from '@ayni/http/commands/load-answer';
import { OneOfField, WholeField } from '@ayni/http/fields';
import { Does, Refuses } from '@ayni/http/operations';
import { addAttachment, FILE_MAX, readAttachment } from './attachment-store.js';
import { HashInPath } from './hash-in-path.js';
import { EXTENSIONS, MEDIA_TYPES, type MediaType } from './media-type.js';

/** What is said of a file that was added, or was there already. */
export class AddedAttachment extends CommandDone {
  @ApiProperty({ type: String, description: 'SHA-256 of its bytes: by it records name it' })
  hash!: string;

  @OneOfField(MEDIA_TYPES, { description: 'as its bytes tell' })
  type!: MediaType;

  @WholeField(1, FILE_MAX)
  bytes!: number;
}

type AnyOf = readonly [Role, ...Role[]];

type AttachmentRoutes = {
  add(content: Buffer, command: CommandRequest): Promise<AddedAttachment>;
  show(hash: string, principal: Principal): Promise<StreamableFile>;
};

const SHOWN = Object.fromEntries(
  MEDIA_TYPES.map((type) => [type, { schema: { type: 'string', format: 'binary' } } as const]),
);

type AttachmentRoles = {
  readonly add: AnyOf;
  readonly show: AnyOf;
  /** Whether who holds no office gets those of others as well: what they show tells nothing of anybody. */
  readonly areForAll?: true;
};

/**
 * The two routes of files: `POST` keeps one, `GET :hash` gives it back, to be saved and never shown as a page of ours. Who holds
 * no office gets those that she added herself: a photo of a sheet tells what others did.
 */
export function attachmentsController(
  roles: AttachmentRoles,
): new (desk: CommandDesk, database: Database) => AttachmentRoutes {
  class Routes implements AttachmentRoutes {
    constructor(
      private readonly desk: CommandDesk,
      private readonly database: Database,
    ) {}

    @Post()
    @Roles(...roles.add)
    @BringsFile(
      FILE_MAX,
      `a photo in JPEG, PNG or WebP, of ${PICTURE_DOTS_MAX / 1_000_000} megapixels at the most, or a paper in PDF`,
    )
    @Does('attachments.add', AddedAttachment)
    @Refuses('attachment-type', 'picture-too-large', 'too-many-attachments', 'attachments-full')
    add(@BroughtFile() content: Buffer, @Command() command: CommandRequest): Promise<AddedAttachment> {
      return this.desk.run(command, (tx) => addAttachment(tx, content, command.principal.user));
    }

    @Get(':hash')
    @Roles(...roles.show)
    @Header('Content-Security-Policy', "sandbox; default-src 'none'")
    @Header('Cross-Origin-Resource-Policy', 'same-origin')
    @ApiOperation({ operationId: 'attachments.show' })
    @ApiOkResponse({ content: SHOWN })
    async show(@HashInPath('hash') hash: string, @CurrentPrincipal() principal: Principal): Promise<StreamableFile> {
      const by = roles.areForAll || holdsOffice(principal) ? null : principal.user;
      const kept = await this.database.read(principal.coop, (tx) => readAttachment(tx, hash, by));
      const { type, content } = found(kept, 'attachment', hash);
      return new StreamableFile(content, {
        type,
        length: content.length,
        disposition: `attachment; filename="${hash.slice(0, 12)}.${EXTENSIONS[type]}"`,
      });
    }
  }
  Reflect.defineMetadata('design:paramtypes', [CommandDesk, Database], Routes);
  return Routes;
}
