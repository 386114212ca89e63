import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { Details } from "@/components/ui/details";
import { DateInput, TextArea } from "@/components/ui/field";
import type { Posted } from "@/lib/result";

type Props = {
  action: (form: FormData) => Promise<void>;
  revision: number;
  posted: Posted;
  id: string;
  label: string;
  /** Proposed day to answer by, as it is typed: « 27/03/2027 ». */
  dueOn: string;
};

/** What is missing, until when: the legal clock stops as soon as it is asked. */
export function QuestionForm({ action, revision, posted, id, label, dueOn }: Props) {
  const isBack = "question" in posted.values;
  const due = fieldOf(posted, "dueOn");
  return (
    <Details summary={label} open={isBack}>
      <form action={action} noValidate className="space-y-3">
        <Csrf />
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="id" value={(isBack && posted.values.id) || id} />
        <TextArea
          {...fieldOf(posted, "question")}
          label="Que manque-t-il&#8239;?"
          hint="L’usager lira ce texte tel quel. Le délai s’arrête jusqu’à sa réponse."
          rows={4}
        />
        <DateInput {...due} value={due.value ?? dueOn} label="À donner au plus tard le" />
        <Button look="outline" className="w-full">
          {label}
        </Button>
      </form>
    </Details>
  );
}
