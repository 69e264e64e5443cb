package app.backmatter.accounts.web;

import app.backmatter.accounts.Role;
import java.util.Set;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Leaves out of a workspace's page what the member's role would refuse: {@code may:edit} stands on forms, buttons and
 * links that change something, {@code may:open="${href}"} on links whose address decides.
 */
@Component
class RoleDialect extends AbstractProcessorDialect {
    /** Before th:replace, th:each and th:if of the same tag. */
    private static final int FIRST = 50;

    RoleDialect() {
        super("Role", "may", StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(
                new May(prefix, "edit", FIRST, (role, none) -> role.atLeast(Role.EDITOR)),
                // the address may come from th:with or th:each of the same tag
                new May(prefix, "open", 650, Access::mayOpen));
    }

    private static final class May extends AbstractAttributeTagProcessor {
        private final BiPredicate<Role, String> allowed;

        May(String prefix, String name, int precedence, BiPredicate<Role, String> allowed) {
            super(TemplateMode.HTML, prefix, null, false, name, true, precedence, true);
            this.allowed = allowed;
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String value,
                IElementTagStructureHandler structure) {
            boolean isMember =
                    context.getVariable("role") instanceof Role role && allowed.test(role, text(context, value));
            if (!isMember) {
                structure.removeElement();
            }
        }

        private static String text(ITemplateContext context, String value) {
            if (value == null || value.isEmpty()) {
                return "";
            }
            var expression = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, value);
            return String.valueOf(expression.execute(context));
        }
    }
}
