import { Entity } from 'typeorm';
import { LabourEntity } from './labour.entity.js';

@Entity('care')
export class CareEntity extends LabourEntity {}
