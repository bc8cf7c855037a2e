import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';
import { isPassword, PASSWORD_MAX, PASSWORD_MIN } from '../domain/user.js';

/** A password that somebody is given; refused as `weak-password`. */
export const PasswordField = ({
  optional = false,
  description,
}: { optional?: boolean; description?: string } = {}): PropertyDecorator => {
  const schema = {
    type: String,
    format: 'password',
    minLength: PASSWORD_MIN,
    maxLength: PASSWORD_MAX,
    ...(description === undefined ? {} : { description }),
  };
  return applyDecorators(
    ...(optional ? [ApiPropertyOptional(schema), IsOptional()] : [ApiProperty(schema)]),
    ValidateBy({
      name: 'weak-password',
      validator: { validate: (value: unknown) => typeof value === 'string' && isPassword(value) },
    }),
  );
};
