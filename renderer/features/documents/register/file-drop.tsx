import { IconFileDownload } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { registerText as text } from '#renderer/messages/register.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { addArrived } from './intake-store.ts';
import classes from './register.module.css';

/** Lets files be dropped anywhere in the window; they go to the register form. */
export function FileDrop(): ReactNode {
  const navigate = useNavigate();
  const { may } = useMay('document.register');
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || !may) return;
      addArrived(files);
      navigate(routes.documentNew());
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [navigate, may]);
  if (!over || !may) return null;
  return (
    <div className={classes.over} role="status">
      <IconFileDownload size="3rem" stroke={1.3} aria-hidden />
      <strong>{text.dropOver}</strong>
      <span>{text.dropOverHint}</span>
    </div>
  );
}
