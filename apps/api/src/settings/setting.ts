import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The settings of the site: one row, made by the migration, public in full. */
@Entity('setting')
@Check('setting_one_row', 'id = 1')
export class Setting {
  @PrimaryColumn('int', { primaryKeyConstraintName: 'setting_pkey' }) id!: 1;
  @Column('text', { name: 'site_name', default: 'Gonggo' }) siteName!: string;
  @Column('text', { name: 'tagline_ko', default: '' }) taglineKo!: string;
  @Column('text', { name: 'tagline_en', default: '' }) taglineEn!: string;
  /** `#rrggbb`; empty = seal red. */
  @Column('text', { default: '' }) accent!: string;
  /** An image. */
  @Column('uuid', { nullable: true }) logo!: string | null;
  /** An image. */
  @Column('uuid', { name: 'home_image', nullable: true }) homeImage!: string | null;
  @Column('text', { name: 'home_image_alt', default: '' }) homeImageAlt!: string;
  @Column('text', { name: 'company_url', nullable: true }) companyUrl!: string | null;
  /** Made with the database, never changed: what a browser keeps for us carries it in its name. */
  @Column('text') installation!: string;
  @Column('int', { default: 1 }) revision!: number;
}
