package app.backmatter.database;

import java.util.Map;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/**
 * Keeps Hibernate from writing classes at each start: no entity is loaded by a lazy reference, so that there is nothing to
 * stand in for, and what its own accessors would spare the few entities of a request is less than a start pays for them.
 */
public final class WithoutBytecode implements ServiceContributor, StandardServiceInitiator<BytecodeProvider> {
    @Override
    public void contribute(StandardServiceRegistryBuilder services) {
        services.addInitiator(this);
    }

    @Override
    public BytecodeProvider initiateService(Map<String, Object> settings, ServiceRegistryImplementor registry) {
        return new BytecodeProviderImpl();
    }

    @Override
    public Class<BytecodeProvider> getServiceInitiated() {
        return BytecodeProvider.class;
    }
}
