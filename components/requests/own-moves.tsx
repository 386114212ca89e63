import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import type { Move } from "@/lib/requests/model/flow";

type Props = {
  moves: readonly Move[];
  revision: number;
  action: (form: FormData) => Promise<void>;
};

/** The applicant's buttons, in the words of their request's workflow. */
export function OwnMoves({ moves, revision, action }: Props) {
  if (moves.length === 0) return null;
  return (
    <div className="no-print mt-6 flex flex-wrap gap-3">
      {moves.map(({ id, label }) => (
        <form key={id} action={action}>
          <Csrf />
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="transition" value={id} />
          <Button look="outline">{label}</Button>
        </form>
      ))}
    </div>
  );
}
