/** The mark: five stacked stones. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 36" width="32" height="36" aria-hidden="true" focusable="false">
      <ellipse cx="16" cy="31.5" rx="14" ry="4" />
      <ellipse cx="15.2" cy="24.6" rx="10.8" ry="3.5" />
      <ellipse cx="16.8" cy="18.3" rx="8.2" ry="3.1" />
      <ellipse cx="15.6" cy="12.6" rx="5.8" ry="2.6" />
      <ellipse cx="16.3" cy="7.8" rx="3.6" ry="2.1" />
    </svg>
  );
}
