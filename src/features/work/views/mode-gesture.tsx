import type { Form } from '#kernel/forms.ts';
import { typedOne } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { WEIGHTS } from '../input.ts';
import { modeChoices } from '../modes.ts';

/** Four modes, three stones each: how much of the work is this? Works with a pen, a keyboard and without JavaScript. */
export function ModeGesture({ form }: { form: Form }) {
  const labels = [t('Not at all'), t('A little'), t('Mostly')];
  const error = form.errors['mode-iterative'];
  return (
    <div class={`modes${error ? ' nhsuk-form-group--error' : ''}`}>
      <p class="small">
        {t('Most work is a mixture: there are no hard boundaries. Others may see it differently, and that is welcome.')}
      </p>
      {error && (
        <p class="nhsuk-error-message" id="field-mode-iterative-error">
          {error}
        </p>
      )}
      {modeChoices().map(({ value: mode, label, hint }) => {
        const name = `mode-${mode}`;
        const chosen = typedOne(form, name) || '0';
        return (
          <fieldset class="modes-row">
            <legend>
              <strong>{label}</strong> <span class="small">{hint}</span>
            </legend>
            <div class="modes-stones">
              {WEIGHTS.map((weight, i) => (
                <label class="modes-stone">
                  <input
                    id={i === 0 ? `field-${name}` : undefined}
                    type="radio"
                    name={name}
                    value={weight}
                    checked={chosen === weight}
                  />
                  <span>{labels[i]}</span>
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
