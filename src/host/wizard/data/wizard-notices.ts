import { t } from '@vscode/l10n';
import { FileSystemError } from '../../../core/ports/file-system';
import { SourceError } from '../../../core/source/document/source-error';
import type { Notice } from '../../../shared/wizard/notice';

const chooseAnother = (): Notice['actions'][number] => ({
  id: 'browseSource',
  label: t('Choose Another File'),
});
const reload = (): Notice['actions'][number] => ({ id: 'reload', label: t('Read Again') });

export function noFolderNotice(): Notice {
  return {
    severity: 'warning',
    text: t(
      'Open the folder of your project first: the spec is written into it, and its rules and code inform the spec.',
    ),
    actions: [{ id: 'openFolder', label: t('Open Folder') }],
  };
}

export function untrustedNotice(): Notice {
  return {
    severity: 'warning',
    text: t(
      'This workspace is in Restricted Mode, in which specs can be checked but not generated. Trust it to go on.',
    ),
    actions: [{ id: 'manageTrust', label: t('Manage Workspace Trust') }],
  };
}

export function unsavedNotice(): Notice {
  return {
    severity: 'info',
    text: t(
      'The source has unsaved changes. They are used; save them so that the spec can be checked against the file.',
    ),
    actions: [{ id: 'saveSource', label: t('Save') }],
  };
}

/** A failure that nobody expects, without its technical detail. */
export function unexpectedNotice(text: string, actionId: 'reload' | null = null): Notice {
  return { severity: 'error', text, actions: actionId === null ? [] : [reload()] };
}

/** Why a source can't be read, and what to do. */
export function sourceNotice(error: unknown, path: string): Notice {
  const notice = (text: string): Notice => ({
    severity: 'error',
    text,
    actions: [chooseAnother(), reload()],
  });
  if (FileSystemError.is(error)) {
    switch (error.code) {
      case 'not-found':
        return notice(t('{0} does not exist any more.', path));
      case 'no-access':
        return notice(
          t('{0} cannot be read: permission denied. Change its permissions or choose another file.', path),
        );
      case 'not-a-file':
        return notice(t('{0} is a folder. Choose a file in it.', path));
      case 'unknown':
        return notice(t('{0} cannot be read.', path));
    }
  }
  if (SourceError.is(error)) return notice(t(error.message));
  return notice(t('{0} cannot be understood as a source.', path));
}
