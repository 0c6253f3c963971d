import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useKey } from '../shell/use-key';
import { useSettled } from '../shell/use-settled';

interface SearchFieldProps {
  label: string;
  value: string;
  onSearch: (text: string) => void;
}

/** Searches when the typing pauses; `/` leads here. */
export function SearchField({ label, value, onSearch }: SearchFieldProps): ReactNode {
  const [typed, setTyped] = useState(value);
  const settled = useSettled(typed.trim(), 350);
  const field = useRef<InputRef>(null);
  const search = useEffectEvent((text: string) => {
    if (text !== value) onSearch(text);
  });
  useEffect(() => search(settled), [settled]);
  useKey('/', () => field.current?.focus());
  return (
    <Input
      ref={field}
      className="search-field"
      aria-label={label}
      placeholder={label}
      prefix={<SearchOutlined aria-hidden />}
      allowClear
      maxLength={100}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}
