'use client';

import { Dialog, IconButton, classNames } from '@gonggo/ui';
import {
  ExternalLink,
  FileText,
  Image,
  KeyRound,
  Menu as MenuIcon,
  ScrollText,
  Settings,
  Tags,
  Users,
} from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { mayDo, useMe } from '../session/me.ts';
import { useWords } from '../words/use-words.ts';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { WrongAddressBar } from './wrong-address-bar.tsx';

/** Navigation at the side (a drawer on narrow screens) and one screen beside it. */
export function Shell({ children }: { children: ReactNode }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <div className="a-shell">
      <a className="a-skip" href="#content">
        {words.shell.skip}
      </a>
      <header className="a-topbar">
        <IconButton label={words.shell.menu} icon={<MenuIcon />} onClick={() => setOpen(true)} />
        <Brand />
      </header>
      <header className="a-side">
        <Link href="/admin" className="a-side-brand">
          <Brand />
        </Link>
        <Nav />
        <AccountMenu />
      </header>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={words.shell.brand}
        closeLabel={words.common.close}
        size="side"
      >
        <div className="a-drawer-nav">
          <Nav onFollow={() => setOpen(false)} />
          <AccountMenu />
        </div>
      </Dialog>
      <div className="a-main">
        <OfflineBar />
        <WrongAddressBar />
        <main id="content" className="a-content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}

function Nav({ onFollow }: { onFollow?: () => void }) {
  const { shell } = useWords();
  const me = useMe();
  const path = usePathname();
  const entries = [
    { href: '/admin', label: shell.postings, icon: <FileText />, show: true },
    { href: '/admin/images', label: shell.images, icon: <Image />, show: true },
    { href: '/admin/taxonomy', label: shell.taxonomy, icon: <Tags />, show: true },
    { href: '/admin/accounts', label: shell.accounts, icon: <Users />, show: mayDo(me, 'accounts') },
    { href: '/admin/api-keys', label: shell.apiKeys, icon: <KeyRound />, show: mayDo(me, 'apiKeys') },
    { href: '/admin/log', label: shell.log, icon: <ScrollText />, show: mayDo(me, 'accounts') },
    { href: '/admin/settings', label: shell.settings, icon: <Settings />, show: mayDo(me, 'settings') },
  ];
  return (
    <nav aria-label={shell.nav} className="a-nav">
      <ul>
        {entries
          .filter((entry) => entry.show)
          .map(({ href, label, icon }) => (
            <li key={href}>
              <Link
                href={href}
                className={classNames('a-nav-link')}
                aria-current={path === href ? 'page' : undefined}
                onClick={onFollow}
              >
                {icon}
                {label}
              </Link>
            </li>
          ))}
        <li>
          <a className="a-nav-link" href="/" target="_blank" rel="noopener">
            <ExternalLink />
            {shell.site}
          </a>
        </li>
      </ul>
    </nav>
  );
}
